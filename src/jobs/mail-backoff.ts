import type { Instant } from '../domain/calendar.js';
import type { EmailKind, QueuedEmail } from '../domain/queued-email.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How long after a first, second … try in vain the next one comes; the last of them from then on. */
const WAITS_MS = [1, 5, 15, 30, 60, 120, 240, 360].map((minutes) => minutes * MINUTE_MS);

const PATIENCE_MS = 72 * HOUR_MS;
/** … and after as many tries: nobody's letters are given up because the program did not run for a week. */
const FEWEST_TRIES = 12;

/** Whoever wants to sign in has asked again by then. */
const LINK_PATIENCE_MS: Partial<Record<EmailKind, number>> = { 'sign-in': HOUR_MS, join: 24 * HOUR_MS };

type Tried = Pick<QueuedEmail, 'kind' | 'at' | 'tries'>;

/** Whether the letter has waited for so long that it is given up. */
export function isGivenUp({ kind, at, tries }: Tried, now: Date): boolean {
  const age = now.getTime() - Date.parse(at);
  const forLink = LINK_PATIENCE_MS[kind];
  return forLink === undefined ? age > PATIENCE_MS && tries >= FEWEST_TRIES : age > forLink;
}

/** The letter after a try in vain. */
export function putOff<L extends Tried>(letter: L, now: Date): L & { tries: number; nextTryAt: Instant } {
  const wait = WAITS_MS[Math.min(letter.tries, WAITS_MS.length - 1)] ?? 0;
  return {
    ...letter,
    tries: letter.tries + 1,
    nextTryAt: new Date(now.getTime() + wait).toISOString(),
  };
}
