export interface Proportion {
  /** How many of how many. */
  hits: number;
  of: number;
  /** 0 to 1; `null` when there was nothing to count. */
  share: number | null;
  /** The 95 % interval of the share, 0 to 1. */
  low: number;
  high: number;
}

/** z of a two-sided interval of 95 %. */
const Z = 1.959964;

/** A share seen in a sample, with its 95 % interval after Wilson (1927), which stays sensible for few cases and near 0 and 1. */
export function proportion(hits: number, of: number): Proportion {
  if (of === 0) return { hits, of, share: null, low: 0, high: 1 };
  const share = hits / of;
  const z2 = Z * Z;
  const middle = (share + z2 / (2 * of)) / (1 + z2 / of);
  const reach = (Z / (1 + z2 / of)) * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of));
  return { hits, of, share, low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
}
