import { same } from './same.js';

/** Whether the list has an equal item. */
export const among = (item: unknown, list: readonly unknown[]) => list.some((other) => same(item, other));

/** Whether every item of `after` was there before. */
export function subset(before: readonly unknown[], after: readonly unknown[]): boolean {
  return after.every((item) => among(item, before));
}

/** The list without removed items, and without added ones; in the new order if nothing was added. */
export function narrowed<T>(before: readonly T[], after: readonly T[]): T[] {
  return subset(before, after) ? [...after] : before.filter((item) => among(item, after));
}

/** {@link narrowed}, unless fewer than `least` would be left: then the list stays as it was. */
export const narrowedTo =
  (least: number) =>
  <T>(before: T[], after: readonly T[]): T[] => {
    const left = narrowed(before, after);
    return left.length < least ? before : left;
  };

/** `null` when it was removed, otherwise the value from before. */
export const removedOnly = <T>(before: T | null, after: T | null): T | null =>
  after === null ? null : before;

/** A yes may become a no, but not the other way round. */
export const yesToNo = (before: boolean, after: boolean): boolean => before && after;
