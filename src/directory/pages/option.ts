import type { Option } from '../../web/view-helpers.js';

/** One choice of a filter; `count` is how many it finds, where that is known. */
export function option(value: string, label: string, count: number | undefined, chosen: boolean): Option {
  return { value, label, count: count ?? null, chosen };
}
