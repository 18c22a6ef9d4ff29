import type { IndexEntry } from '../../../src/search/entry.js';
import type { Counts, SearchIndex } from '../../../src/search/search-index.js';

export interface SearchUnderTest {
  index: SearchIndex;
  dispose(): Promise<void>;
}

export interface SearchHarness {
  /** A new, empty index. */
  create(): Promise<SearchUnderTest>;
  /** Waits until what was applied is found, where an engine takes its time. */
  settle?(): Promise<void>;
  /** Whether random words are tried too, or the table of text cases alone. */
  randomText: boolean;
  /** How many random directories are tried, where every write takes its time. */
  runs?: number;
}

/** Runs a test on a new index that holds these entries. */
export async function withIndex(
  harness: SearchHarness,
  entries: readonly IndexEntry[],
  test: (index: SearchIndex) => Promise<void>,
): Promise<void> {
  const { index, dispose } = await harness.create();
  try {
    await index.apply(entries.map((entry) => ({ id: entry.id, entry })));
    await harness.settle?.();
    await test(index);
  } finally {
    await dispose();
  }
}

/** The counts without the zeros, which an engine may leave out. */
export function withoutZeros(counts: object): Counts {
  const positive = (group: object) =>
    Object.fromEntries(Object.entries(group).filter(([, count]) => count !== 0));
  return Object.fromEntries(
    Object.entries(counts).map(([name, group]) => [
      name,
      typeof group === 'object' ? positive(group) : group,
    ]),
  ) as unknown as Counts;
}
