import { type Authority, authoritySubject, type Psypact } from './authority.js';
import type { Day } from './calendar.js';
import { same } from './same.js';

/**
 * The licenses without those that were taken out, each valid to the earlier of its days. A new number or a later day needs a look, and so
 * does one that goes by another title now: the state and the number tell that it is the same license.
 */
export function narrowedAuthority(before: readonly Authority[], after: readonly Authority[]): Authority[] {
  const left = before.flatMap((held) => {
    const next = after.find((other) => isThat(held, other));
    return next === undefined
      ? []
      : [until(held, next.expiresOn, authoritySubject(held) === authoritySubject(next))];
  });
  const reordered = after.filter((held) => left.some((other) => same(held, other)));
  return reordered.length === left.length ? reordered : left;
}

/** PSYPACT as it was, to the earlier of its days; none when it was taken out. */
export function narrowedPsypact(before: Psypact | null, after: Psypact | null): Psypact | null {
  return before === null || after === null ? null : until(before, after.expiresOn, true);
}

function until<T extends { expiresOn: Day }>(held: T, day: Day, sameOne: boolean): T {
  return sameOne && day < held.expiresOn ? { ...held, expiresOn: day } : held;
}

/** Whether `other` is the same authority, changed perhaps. */
export function isThat(held: Authority, other: Authority): boolean {
  return (
    authoritySubject(held) === authoritySubject(other) ||
    (held.state === other.state && held.number === other.number)
  );
}
