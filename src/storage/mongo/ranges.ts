/** Whole numbers from one to another, both included. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The numbers that are in one of `some` and in one of `others`. */
export function common(some: readonly Range[], others: readonly Range[]): Range[] {
  return some.flatMap((one) =>
    others.flatMap((other) => {
      const both = { from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) };
      return both.from <= both.to ? [both] : [];
    }),
  );
}

/** The same numbers in order, in as few ranges as possible. */
export function merged(ranges: readonly Range[]): Range[] {
  const result: { from: number; to: number }[] = [];
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last !== undefined && from <= last.to + 1) last.to = Math.max(last.to, to);
    else result.push({ from, to });
  }
  return result;
}

export function upTo(ranges: readonly Range[], end: number): Range[] {
  return common(ranges, [{ from: 0, to: end }]);
}

export function after(ranges: readonly Range[], end: number): Range[] {
  return common(ranges, [{ from: end + 1, to: Number.MAX_SAFE_INTEGER }]);
}
