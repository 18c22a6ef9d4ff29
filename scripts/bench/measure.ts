/** How long calls took, in milliseconds. */
export interface Timing {
  runs: number;
  p50: number;
  p99: number;
}

/**
 * Times a call for each item, after the same calls on the warm-up items. Stops early when `budgetMs` is used
 * up.
 */
export async function timeEach<T>(
  warmUp: readonly T[],
  items: readonly T[],
  call: (item: T) => unknown,
  budgetMs = 20_000,
): Promise<Timing> {
  for (const item of warmUp) await call(item);
  const times: number[] = [];
  const end = performance.now() + budgetMs;
  for (const item of items) {
    const start = performance.now();
    await call(item);
    times.push(performance.now() - start);
    if (performance.now() > end) break;
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
  return { runs: times.length, p50: at(0.5), p99: at(0.99) };
}

/** Megabytes in use on and off the heap, after garbage collection. Needs `--expose-gc`. */
export function megabytesInUse(): number {
  for (let round = 0; round < 3; round++) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

/** Aligns rows of cells in columns; the first row is the heading. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  '),
  );
}

/** Milliseconds with three significant digits. */
export function ms(time: number): string {
  return time >= 100
    ? time.toFixed(0)
    : time >= 10
      ? time.toFixed(1)
      : time >= 1
        ? time.toFixed(2)
        : time.toFixed(3);
}
