import { type Account, createAccount } from '../account/account.js';
import type { Config } from '../config.js';
import { DEMO_REVIEWER } from '../demo/demo-reports.js';
import { createMailWorker, type MailWorker } from '../jobs/mail-worker.js';
import { confirmMac, confirmPath } from '../practice/confirm-mac.js';
import type { Store } from '../storage/store.js';
import type { RenderPage } from '../web/layout.js';
import { openMailer } from './open-engines.js';
import type { Tools } from './tools.js';

interface Parts {
  config: Config;
  tools: Tools;
  store: Store;
  secretKey: string;
  renderPage: RenderPage;
  /** Where people reach us. */
  origin: () => string;
}

/** The look costs more for an address that is known: whoever asks for the next page at once should not see by its time that it was. */
const LOOK_WITHIN_MS = 1000;

/** Signing in, and the post room, which sends its links and all other letters. */
export async function openMail(parts: Parts): Promise<{ account: Account; post: MailWorker }> {
  const { config, tools, store, secretKey, renderPage, origin } = parts;
  const { clock, newId, logger } = tools;
  const mailer = await openMailer(config, tools);
  const account = createAccount({
    ...{ store, clock, newId, secretKey, renderPage },
    outbox: config.smtp === null,
    onEmail: () => void setTimeout(() => post.nudge(), Math.random() * LOOK_WITHIN_MS).unref(),
  });
  const mac = confirmMac(secretKey);
  const post = createMailWorker({
    ...{ store, mailer, clock, logger, origin },
    // The outbox shows the letters of the demonstration, too. A mail server would send them back, and think the less of us.
    isFictional: (to, therapist) =>
      config.smtp !== null && (therapist?.demo === true || to === DEMO_REVIEWER),
    holder: newId(),
    links: {
      loginLink: account.links.prepare,
      confirmPath: (therapist) => confirmPath(therapist, mac),
    },
  });
  return { account, post };
}
