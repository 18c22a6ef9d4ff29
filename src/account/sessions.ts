import { createHash, createHmac } from 'node:crypto';
import type { Session } from '../domain/account.js';
import type { Clock, Instant } from '../domain/calendar.js';
import { endSessions } from '../storage/end-sessions.js';
import { sessions } from '../storage/kinds.js';
import type { Store } from '../storage/store.js';
import type { Sessions } from '../web/visit.js';
import { createPeople } from './people.js';

const HOUR_MS = 3_600_000;
/** How long a session lasts: two weeks for therapists, half a day for reviewers, who see other people's papers. */
const LASTS_MS = { therapist: 14 * 24 * HOUR_MS, reviewer: 12 * HOUR_MS };

export interface SessionsDeps {
  store: Store;
  clock: Clock;
  /** Makes an id that nobody can guess, of 100 bits. */
  newId: () => string;
  /** Keys the form tokens. */
  secretKey: string;
}

export interface SignedIn {
  /** What the cookie holds; the store holds only its hash. */
  secret: string;
  endsAt: Instant;
}

export interface SessionService extends Sessions {
  begin(email: string): Promise<SignedIn>;
  end(sessionId: string): Promise<void>;
  /** Ends every session of that address, as when a reviewer is removed. */
  endAll(email: string): Promise<void>;
}

/**
 * Sessions of people who are signed in. Each request reads from the records what they may do, so that a session is worth nothing to a
 * person who was removed.
 */
export function createSessions({ store, clock, newId, secretKey }: SessionsDeps): SessionService {
  const kept = store.records(sessions);
  const people = createPeople(store);
  const idOf = (secret: string) => createHash('sha256').update(secret).digest('hex');
  const formToken = (id: string) => createHmac('sha256', secretKey).update(`form:${id}`).digest('base64url');

  return {
    async begin(email) {
      const secret = newId() + newId();
      const now = clock.now();
      const { reviewer } = await people.byEmail(email);
      const endsAt = new Date(now.getTime() + LASTS_MS[reviewer ? 'reviewer' : 'therapist']).toISOString();
      await kept.insert({ id: idOf(secret), revision: 1, email, createdAt: now.toISOString(), endsAt });
      return { secret, endsAt };
    },
    async find(secret) {
      const session = await kept.get(idOf(secret));
      if (session === null || session.endsAt <= clock.now().toISOString()) return null;
      const known = await people.byEmail(session.email);
      const therapist = whoWas(known.therapist, session);
      const reviewer = whoWas(known.reviewer, session);
      if (therapist === null && reviewer === null) return null;
      const { id: sessionId, email } = session;
      return { email, sessionId, formToken: formToken(sessionId), therapist, reviewer };
    },
    async end(sessionId) {
      await kept.remove(sessionId);
    },
    endAll: (email) => endSessions(store, email),
  };
}

/**
 * A session does not cover a record that began after it: a person who becomes a reviewer signs in again, for as long as reviewers may,
 * and the session of a therapist who left does not work again when they apply again.
 */
function whoWas<Role extends { createdAt: Instant }>(role: Role | null, { createdAt }: Session): Role | null {
  return role === null || role.createdAt > createdAt ? null : role;
}
