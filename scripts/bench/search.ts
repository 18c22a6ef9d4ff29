import { createEmbeddedIndex, type EmbeddedIndex } from '../../src/search/embedded/embedded-index.js';
import type { IndexEntry } from '../../src/search/entry.js';
import { drawQueries, type Kind, kinds } from './bench-queries.js';
import { BENCH_DAY, benchEntries } from './entries.js';
import { megabytesInUse, ms, type Timing, table, timeEach } from './measure.js';
import { arrayFilter, miniSearch, type Rival } from './rivals.js';
import type { BenchOptions, BenchSection } from './section.js';

export const searchSection: BenchSection = {
  name: 'search',
  run: ({ quick, say }: BenchOptions) => benchSearch(quick ? [1_000, 10_000] : [1_000, 10_000, 100_000], say),
};

export interface SearchFigures {
  size: number;
  /** Milliseconds in the index itself, in batches of 1,000 as at start. */
  buildMs: number;
  megabytes: number;
  changeMs: Timing;
  engines: Record<string, Partial<Record<Kind, Timing>>>;
}

const BATCH = 1_000;
const WARM_UP = 300;
const ROUNDS = 2_000;
/** The rivals are slow, and steady. */
const RIVAL_ROUNDS = 40;
const RIVAL_BUDGET_MS = 4_000;

/** Measures the embedded index, a plain array filter and MiniSearch on the same listings and searches. */
export async function benchSearch(
  sizes: readonly number[],
  say: (line: string) => void,
): Promise<SearchFigures[]> {
  const figures: SearchFigures[] = [];
  for (const size of sizes) {
    say(`\nSearch over ${size.toLocaleString('en')} listings`);
    const found = await benchSize(size);
    figures.push(found);
    for (const line of report(found)) say(line);
  }
  return figures;
}

async function benchSize(size: number): Promise<SearchFigures> {
  const before = megabytesInUse();
  const index = createEmbeddedIndex();
  const buildMs = await build(index, size);
  const megabytes = megabytesInUse() - before;
  const entries = [...benchEntries(size)];
  const engines: SearchFigures['engines'] = {
    embedded: await timeKinds(entries, (query) => index.search(query, BENCH_DAY), ROUNDS, 20_000),
  };
  const changeMs = await timeChanges(index, entries);
  engines['array filter'] = await timeRival(entries, arrayFilter(entries), Object.keys(kinds) as Kind[]);
  engines.MiniSearch = await timeRival(entries, miniSearch(entries), ['mistyped text + state']);
  return { size, buildMs, megabytes, changeMs, engines };
}

/** Builds without keeping the listings, as from the store. Returns the time spent in the index. */
async function build(index: EmbeddedIndex, size: number): Promise<number> {
  let batch: IndexEntry[] = [];
  let spent = 0;
  const flush = async () => {
    const start = performance.now();
    await index.apply(batch.map((entry) => ({ id: entry.id, entry })));
    spent += performance.now() - start;
    batch = [];
  };
  for (const entry of benchEntries(size)) if (batch.push(entry) === BATCH) await flush();
  await flush();
  return spent;
}

async function timeKinds(
  entries: readonly IndexEntry[],
  search: (query: ReturnType<typeof drawQueries>[number]) => unknown,
  rounds: number,
  budgetMs: number,
  of: readonly Kind[] = Object.keys(kinds) as Kind[],
): Promise<Partial<Record<Kind, Timing>>> {
  const timings: Partial<Record<Kind, Timing>> = {};
  for (const kind of of) {
    const queries = drawQueries(kind, entries, rounds + Math.min(rounds, WARM_UP));
    timings[kind] = await timeEach(queries.slice(rounds), queries.slice(0, rounds), search, budgetMs);
  }
  return timings;
}

function timeRival(entries: readonly IndexEntry[], rival: Rival, of: readonly Kind[]) {
  return timeKinds(
    entries,
    rival,
    entries.length > 20_000 ? RIVAL_ROUNDS / 4 : RIVAL_ROUNDS,
    RIVAL_BUDGET_MS,
    of,
  );
}

/** Changes one profile at a time: another fee, other text, one insurance less. Then restores them. */
async function timeChanges(index: EmbeddedIndex, entries: readonly IndexEntry[]): Promise<Timing> {
  const some = entries.slice(0, 400);
  const changed = some.map((entry, at) => ({
    ...entry,
    facets: { ...entry.facets, max_fee: 150 + at },
    coverage: entry.coverage.slice(1),
    text: { ...entry.text, about: `${entry.text.about.split('. ').slice(1).join('. ')} Now also evenings.` },
  }));
  const timing = await timeEach(some.slice(0, 50), changed, (entry) =>
    index.apply([{ id: entry.id, entry }]),
  );
  await index.apply(some.map((entry) => ({ id: entry.id, entry })));
  return timing;
}

function report(found: SearchFigures): string[] {
  const names = Object.keys(found.engines);
  const cell = (timing: Timing | undefined) => (timing ? `${ms(timing.p50)} / ${ms(timing.p99)}` : '–');
  const rows = (Object.keys(kinds) as Kind[]).map((kind) => [
    kind,
    ...names.map((name) => cell(found.engines[name]![kind])),
  ]);
  return [
    ...table([['p50 / p99 in ms', ...names], ...rows]),
    `one changed profile ${cell(found.changeMs)} ms, build ${ms(found.buildMs)} ms, ${found.megabytes.toFixed(0)} MB`,
  ];
}
