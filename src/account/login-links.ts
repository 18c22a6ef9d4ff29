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
/** So many links an hour go to one address: nobody's mailbox is filled by somebody who knows its address. */
const MOST_AN_HOUR = 5;

/** An id of ours, and 128 bits that only the key makes. */
const SECRET = /^[a-z0-9]{8,40}\.[A-Za-z0-9_-]{22}$/;

export interface LoginLinksDeps {
  store: Store;
  clock: Clock;
  people: People;
  secretKey: string;
}

/** A letter with a link to sign in, ready to be worded and sent. */
export interface LinkEmail {
  to: string;
  path: string;
  /** Whose address it is. */
  therapist: Therapist | null;
}

export interface LoginLinks {
  /**
   * Makes the link that a letter carries, the same at every try, and lets it sign in from now on. `null` when nothing is to be sent: the
   * address is nobody's, or has had enough for now, or the link was used already.
   */
  prepare(letter: StandaloneEmail): Promise<LinkEmail | null>;
  /** What the link is good for; `null` when it is not good for anything (any more). */
  find(secret: string): Promise<LoginToken | null>;
  /** The same, and uses it up: of several at once, one gets it. */
  use(secret: string): Promise<LoginToken | null>;
}

/** Links that sign in once. The store holds only hashes of them; whoever reads it cannot sign in. */
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

  function tokenFor(letter: StandaloneEmail, email: string): LoginToken {
    return {
      id: idOf(secretOf(letter.id)),
      revision: 1,
      email,
      purpose: letter.kind === 'join' ? 'join' : 'sign-in',
      next: localPath(letter.facts.next ?? ''),
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
    async prepare(letter) {
      const who = await people.byEmail(letter.to);
      if (letter.kind !== 'join' && who.therapist === null && who.reviewer === null) return null;
      if (await hadEnough(letter)) return null;
      const to = who.therapist?.email ?? who.reviewer?.id ?? letter.to;
      const token = tokenFor(letter, to);
      await keep(token);
      // Its link was used between two tries: the letter is gone, and the link must not come to life again.
      if ((await emails.get(letter.id)) === null) {
        await tokens.remove(token.id);
        return null;
      }
      return { to, path: paths.signInLink(secretOf(letter.id)), therapist: who.therapist };
    },
    find,
    async use(secret) {
      const token = await find(secret);
      if (token === null || !(await tokens.remove(token.id))) return null;
      // Whoever holds the link has the letter: it is not sent again. The second time for a try that was under way meanwhile.
      await emails.remove(secret.slice(0, secret.indexOf('.')));
      await tokens.remove(token.id);
      return token;
    },
  };
}
