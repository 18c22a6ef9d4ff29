import { type Authority, authoritySubject, type Psypact } from './authority.js';
import type { Day } from './calendar.js';
import { same } from './same.js';

/**
 * The licenses without those that were removed, each valid until the earlier of its two days. A new number, a later day or another title
 * needs a review. State and number show that it is the same license.
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

/** PSYPACT as it was, valid until the earlier of its two days; `null` when it was removed. */
export function narrowedPsypact(before: Psypact | null, after: Psypact | null): Psypact | null {
  return before === null || after === null ? null : until(before, after.expiresOn, true);
}

function until<T extends { expiresOn: Day }>(held: T, day: Day, sameOne: boolean): T {
  return sameOne && day < held.expiresOn ? { ...held, expiresOn: day } : held;
}

/** Whether `other` is the same authority, possibly changed. */
export function isThat(held: Authority, other: Authority): boolean {
  return (
    authoritySubject(held) === authoritySubject(other) ||
    (held.state === other.state && held.number === other.number)
  );
}
