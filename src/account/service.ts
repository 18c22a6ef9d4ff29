import type { LoginToken } from '../domain/account.js';
import type { Clock } from '../domain/calendar.js';
import { newApplication } from '../domain/workflow/new-application.js';
import { standaloneEmails } from '../storage/kinds.js';
import { Conflict, type Store } from '../storage/store.js';
import { ownPath } from '../web/account-bar.js';
import { localPath, paths } from '../web/paths.js';
import type { LoginLinks } from './login-links.js';
import type { People } from './people.js';
import type { SessionService, SignedIn } from './sessions.js';

const DAY_MS = 86_400_000;

export type Purpose = LoginToken['purpose'];

export interface Accounts {
  /**
   * Queues the email with the link and does no more: the mail worker looks up whether the address is known, so that the answer, and the
   * time it takes, is the same for every address.
   */
  ask(purpose: Purpose, email: string, next: string | null): Promise<void>;
  /** Reads a link without using it up: mail scanners open links too. `null` when it does not work. */
  findLink(secret: string): Promise<LoginToken | null>;
  /** Signs in by a link, once, beginning the application that it was asked for; `null` when the link is not good (any more). */
  enter(secret: string): Promise<{ session: SignedIn; to: string } | null>;
  leave(sessionId: string): Promise<void>;
}

export interface AccountsDeps {
  store: Store;
  clock: Clock;
  newId: () => string;
  people: People;
  links: LoginLinks;
  sessions: SessionService;
  /** Called when an email was queued. */
  onEmail: () => void;
}

export function createAccounts(deps: AccountsDeps): Accounts {
  const { store, clock, newId, people, links, sessions, onEmail } = deps;

  /** Two links used at once make one record: the address is unique. */
  async function apply(email: string): Promise<void> {
    const by = { role: 'therapist', email } as const;
    const record = newApplication({ id: newId(), email, now: clock.now(), newId, by });
    await store.therapists.insert(record).catch((error: unknown) => {
      if (!(error instanceof Conflict) || error.field !== 'email') throw error;
    });
  }

  return {
    async ask(purpose, email, next) {
      const now = clock.now();
      const at = now.toISOString();
      await store.records(standaloneEmails).insert({
        id: newId(),
        revision: 1,
        kind: purpose,
        to: email,
        facts: next === null ? {} : { next },
        at,
        tries: 0,
        nextTryAt: at,
        endsAt: new Date(now.getTime() + DAY_MS).toISOString(),
      });
      onEmail();
    },
    findLink: links.find,
    async enter(secret) {
      const token = await links.use(secret);
      if (token === null) return null;
      const { email, purpose, next } = token;
      const joins = purpose === 'join' && (await people.byEmail(email)).therapist === null;
      if (joins) await apply(email);
      const known = await people.byEmail(email);
      if (known.therapist === null && known.reviewer === null) return null;
      const own = purpose === 'join' ? paths.practice : ownPath(known);
      return { session: await sessions.begin(email), to: localPath(next ?? '') ?? own };
    },
    leave: (sessionId) => sessions.end(sessionId),
  };
}
