import { createLoginLinks } from '../../src/account/login-links.js';
import { createPeople } from '../../src/account/people.js';
import type { Clock } from '../../src/domain/calendar.js';
import type { StandaloneEmail } from '../../src/domain/queued-email.js';
import { createMailWorker, type MailWorker } from '../../src/jobs/mail-worker.js';
import type { Mailer } from '../../src/mail/mailer.js';
import { openSmtp } from '../../src/mail/smtp/open-smtp.js';
import type { SmtpServer } from '../../src/mail/smtp-url.js';
import { confirmMac, confirmPath } from '../../src/practice/confirm-mac.js';
import { standaloneEmails } from '../../src/storage/kinds.js';
import type { Store } from '../../src/storage/store.js';
import { FROM } from './an-email.js';

const SECRET_KEY = 'k'.repeat(32);

interface Wish {
  store: Store;
  server: SmtpServer;
  clock: Clock;
  holder: string;
  log?: string[];
}

/** A mail worker as a process runs it, with a real mail engine. */
export function createMailWorkerFor({ store, server, clock, holder, log = [] }: Wish): {
  worker: MailWorker;
  mailer: Mailer;
} {
  const mailer = openSmtp({ server, from: FROM, clock });
  const links = createLoginLinks({ store, clock, people: createPeople(store), secretKey: SECRET_KEY });
  const say = (_details: object, message: string) => void log.push(message);
  const worker = createMailWorker({
    store,
    mailer,
    clock,
    logger: { error: say, warn: say, info: say },
    holder,
    links: {
      loginLink: links.prepare,
      confirmPath: (therapist) => confirmPath(therapist, confirmMac(SECRET_KEY)),
    },
    origin: () => 'https://directory.example',
    everyMs: 20,
  });
  return { worker, mailer };
}

let asked = 0;

/** Puts the wish for a link into the store, as the form does. */
export async function askInStore(
  store: Store,
  now: Date,
  wish: Partial<StandaloneEmail> = {},
): Promise<string> {
  const at = now.toISOString();
  const id = `asked${String(++asked).padStart(8, '0')}`;
  await store.records(standaloneEmails).insert({
    id,
    revision: 1,
    kind: 'sign-in',
    facts: {},
    at,
    tries: 0,
    nextTryAt: at,
    to: 'ana@practice.example',
    endsAt: new Date(now.getTime() + 86_400_000).toISOString(),
    ...wish,
  });
  return id;
}
