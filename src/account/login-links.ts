import { createHash, createHmac } from 'node:crypto';
import type { LoginToken } from '../domain/account.js';
import type { Clock } from '../domain/calendar.js';
import type { StandaloneEmail } from '../domain/queued-email.js';
import type { Therapist } from '../domain/therapist.js';
import { loginTokens, standaloneEmails } from '../storage/kinds.js';
import { Conflict, type Store } from '../storage/store.js';
import { localPath, paths } from '../web/paths.js';
import type { People } from './people.js';

const MINUTE_MS = 60_000;
/** How long a link signs in, from when it was sent. */
export const LINK_MINUTES = 20;
/** At most so many links an hour go to one address, so that no one can fill another person's mailbox. */
const MOST_AN_HOUR = 5;

/** An id of ours, and 128 bits that only the key makes. */
const SECRET = /^[a-z0-9]{8,40}\.[A-Za-z0-9_-]{22}$/;

export interface LoginLinksDeps {
  store: Store;
  clock: Clock;
  people: People;
  secretKey: string;
}

/** An email with a link to sign in, ready to be worded and sent. */
export interface LinkEmail {
  to: string;
  path: string;
  /** Whose address it is. */
  therapist: Therapist | null;
}

export interface LoginLinks {
  /**
   * Makes the link of an email, the same at every try, and lets it sign in from now on. `null` when nothing is sent: the address is
   * unknown, it has had enough links for now, or the link was used already.
   */
  prepare(queued: StandaloneEmail): Promise<LinkEmail | null>;
  /** What the link is for; `null` when it does not work (any more). */
  find(secret: string): Promise<LoginToken | null>;
  /** The same, and uses it up: of several at once, one gets it. */
  use(secret: string): Promise<LoginToken | null>;
}

/** Links that sign in once. The store holds only hashes of them, so that reading it lets no one sign in. */
export function createLoginLinks({ store, clock, people, secretKey }: LoginLinksDeps): LoginLinks {
  const tokens = store.records(loginTokens);
  const emails = store.records(standaloneEmails);
  const idOf = (secret: string) => createHash('sha256').update(secret).digest('hex');
  const inMinutes = (minutes: number) => new Date(clock.now().getTime() + minutes * MINUTE_MS).toISOString();

  function secretOf(emailId: string): string {
    const code = createHmac('sha256', secretKey).update(`login:${emailId}`).digest();
    return `${emailId}.${code.subarray(0, 16).toString('base64url')}`;
  }

  async function hadEnough({ to }: StandaloneEmail): Promise<boolean> {
    const options = { limit: MOST_AN_HOUR, newestFirst: true };
    const sent = await emails.tagged(`sent:${to.toLowerCase()}`, options);
    return (sent[MOST_AN_HOUR - 1]?.sentAt ?? '') > inMinutes(-60);
  }

  async function keep(token: LoginToken): Promise<void> {
    await tokens.insert(token).catch(async (error: unknown) => {
      const there = error instanceof Conflict ? await tokens.get(token.id) : null;
      if (there === null) throw error;
      await tokens.update({ ...there, endsAt: token.endsAt });
    });
  }

  function tokenFor(queued: StandaloneEmail, email: string): LoginToken {
    return {
      id: idOf(secretOf(queued.id)),
      revision: 1,
      email,
      purpose: queued.kind === 'join' ? 'join' : 'sign-in',
      next: localPath(queued.facts.next ?? ''),
      createdAt: clock.now().toISOString(),
      endsAt: inMinutes(LINK_MINUTES),
    };
  }

  async function find(secret: string): Promise<LoginToken | null> {
    if (!SECRET.test(secret)) return null;
    const token = await tokens.get(idOf(secret));
    return token !== null && token.endsAt > clock.now().toISOString() ? token : null;
  }

  return {
    async prepare(queued) {
      const who = await people.byEmail(queued.to);
      if (queued.kind !== 'join' && who.therapist === null && who.reviewer === null) return null;
      if (await hadEnough(queued)) return null;
      const to = who.therapist?.email ?? who.reviewer?.id ?? queued.to;
      const token = tokenFor(queued, to);
      await keep(token);
      // Its link was used between two tries: the email is gone, and the link must not work again.
      if ((await emails.get(queued.id)) === null) {
        await tokens.remove(token.id);
        return null;
      }
      return { to, path: paths.signInLink(secretOf(queued.id)), therapist: who.therapist };
    },
    find,
    async use(secret) {
      const token = await find(secret);
      if (token === null || !(await tokens.remove(token.id))) return null;
      // A person with the link has the email: it is not sent again. The token is removed twice, as a try under way may have put it back.
      await emails.remove(secret.slice(0, secret.indexOf('.')));
      await tokens.remove(token.id);
      return token;
    },
  };
}
