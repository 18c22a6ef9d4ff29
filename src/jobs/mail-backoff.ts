import type { Instant } from '../domain/calendar.js';
import type { EmailKind, QueuedEmail } from '../domain/queued-email.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How long the next try waits after a first, second … failed one; the last of them from then on. */
const WAITS_MS = [1, 5, 15, 30, 60, 120, 240, 360].map((minutes) => minutes * MINUTE_MS);

const PATIENCE_MS = 72 * HOUR_MS;
/** … and after as many tries: a program that did not run for a week does not give up its emails. */
const FEWEST_TRIES = 12;

/** People who want to sign in have asked again by then. */
const LINK_PATIENCE_MS: Partial<Record<EmailKind, number>> = { 'sign-in': HOUR_MS, join: 24 * HOUR_MS };

type Tried = Pick<QueuedEmail, 'kind' | 'at' | 'tries'>;

/** Whether the email has waited so long that it is given up. */
export function isGivenUp({ kind, at, tries }: Tried, now: Date): boolean {
  const age = now.getTime() - Date.parse(at);
  const forLink = LINK_PATIENCE_MS[kind];
  return forLink === undefined ? age > PATIENCE_MS && tries >= FEWEST_TRIES : age > forLink;
}

/** The email after a failed try. */
export function putOff<L extends Tried>(email: L, now: Date): L & { tries: number; nextTryAt: Instant } {
  const wait = WAITS_MS[Math.min(email.tries, WAITS_MS.length - 1)] ?? 0;
  return {
    ...email,
    tries: email.tries + 1,
    nextTryAt: new Date(now.getTime() + wait).toISOString(),
  };
}
