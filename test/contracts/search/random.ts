import { expect } from 'chai';
import fc from 'fast-check';
import { addDays } from '../../../src/domain/calendar.js';
import type { IndexEntry } from '../../../src/search/entry.js';
import type { IndexChange, SearchIndex, SearchQuery } from '../../../src/search/search-index.js';
import { arbitraryDirectory, arbitraryEntry } from '../../support/arbitrary-entry.js';
import { arbitraryQuery } from '../../support/arbitrary-query.js';
import { naiveSearch } from '../../support/naive-search.js';
import { runs } from '../../support/runs.js';
import { TODAY } from '../../support/therapist-builder.js';
import { type SearchHarness, withIndex, withoutZeros } from './harness.js';

const RUNS = runs(30, 200);

/** For each random directory, on a server. */
const MS_PER_RUN = 5000;

/** Random directories and searches: what is found, in which order, how many, why, and every count. */
export function describeRandom(harness: SearchHarness): void {
  const numRuns = harness.runs ?? RUNS;
  const queries = fc.array(arbitraryQuery({ text: harness.randomText }), { minLength: 1, maxLength: 6 });
  const today = fc.nat(9).map((days) => addDays(TODAY, days));

  it('gives the same result as the naive search', async function () {
    this.timeout(numRuns * MS_PER_RUN);
    await fc.assert(
      fc.asyncProperty(arbitraryDirectory, queries, today, async (entries, asked, day) => {
        await withIndex(harness, entries, (index) => compare(index, entries, asked, day));
      }),
      { numRuns },
    );
  });

  it('gives the same result after any additions, changes and removals', async function () {
    this.timeout(numRuns * MS_PER_RUN);
    const changes = fc.array(
      fc.record({ entry: arbitraryEntry, gone: fc.integer({ min: 0, max: 2 }).map((n) => n === 0) }),
      { maxLength: 60 },
    );
    await fc.assert(
      fc.asyncProperty(arbitraryDirectory, changes, queries, today, async (before, made, asked, day) => {
        await withIndex(harness, before, async (index) => {
          const entries = new Map(before.map((entry) => [entry.id, entry]));
          await compare(index, before, asked.slice(0, 1), TODAY);
          const applied = made.map(
            ({ entry, gone }): IndexChange => ({ id: entry.id, entry: gone ? null : entry }),
          );
          for (const { id, entry } of applied) {
            if (entry) entries.set(id, entry);
            else entries.delete(id);
          }
          await index.apply(applied);
          await harness.settle?.();
          expect(await index.size()).to.equal(entries.size);
          await compare(index, [...entries.values()], asked, day);
        });
      }),
      { numRuns },
    );
  });
}

async function compare(
  index: SearchIndex,
  entries: readonly IndexEntry[],
  asked: readonly SearchQuery[],
  today: string,
): Promise<void> {
  const totals = await index.totals(asked, today);
  for (const [at, query] of asked.entries()) {
    const found = await index.search(query, today);
    const expected = naiveSearch(entries, query, today);
    expect(found.hits).to.deep.equal(expected.hits);
    expect(found.total).to.equal(expected.total);
    expect(totals[at]).to.equal(expected.total);
    expect(withoutZeros(found.counts)).to.deep.equal(withoutZeros(expected.counts));
  }
}
