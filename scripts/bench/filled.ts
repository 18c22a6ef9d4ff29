import { openStore } from '../../src/compose.js';
import type { Config } from '../../src/config.js';
import { seedResolver } from '../../src/demo/resolve-seed.js';
import { toDay } from '../../src/domain/calendar.js';
import { listingOn } from '../../src/domain/listing.js';
import { indexEntry } from '../../src/search/entry.js';
import { PAGE_SIZE } from '../../src/search/search-index.js';
import { generateTherapists } from '../seed/generate.js';

export type StoreConfig = Pick<Config, 'dataDir' | 'mongodbUri'>;

export interface Pair {
  state: string;
  payer: string;
  /** How many listings take this insurance there. */
  listings: number;
}

export interface Filled {
  slugs: string[];
  /** States and payers that fill at least one page together, most frequent first. */
  pairs: Pair[];
}

const MOST_PAIRS = 40;

/** Fills a store with generated therapists. */
export async function fill(config: StoreConfig, count: number): Promise<Filled> {
  const store = await openStore(config);
  const now = new Date();
  const slugs: string[] = [];
  const taken = new Map<string, number>();
  const resolve = seedResolver(now);
  let batch = [];
  for (const seed of generateTherapists({ count, seed: 'bench' })) {
    const therapist = resolve(seed);
    const listing = listingOn(therapist, toDay(now));
    if (listing !== null) slugs.push(therapist.slug);
    const coverage = listing === null ? [] : indexEntry(listing).coverage;
    for (const pair of new Set(coverage.map(({ state, payer }) => `${state} ${payer}`)))
      taken.set(pair, (taken.get(pair) ?? 0) + 1);
    batch.push(therapist);
    if (batch.length === 1000) {
      await store.therapists.insertMany(batch);
      batch = [];
    }
  }
  await store.therapists.insertMany(batch);
  await store.close();
  const pairs = [...taken]
    .map(([pair, listings]) => ({ state: pair.split(' ')[0]!, payer: pair.split(' ')[1]!, listings }))
    .filter(({ listings }) => listings >= PAGE_SIZE)
    .sort((a, b) => b.listings - a.listings);
  return { slugs, pairs };
}

type Parameters = Record<string, string>;

const orders: Parameters[] = [{}, ...['fee', 'caseload', 'confirmed', 'name'].map((sort) => ({ sort }))];

/** Different searches for a state and an insurance: every full page of each, in each order. */
export function pairSearches(pairs: readonly Pair[]): string[] {
  const pages = pairs.flatMap(({ state, payer, listings }) =>
    Array.from({ length: Math.floor(listings / PAGE_SIZE) }, (_, at) => ({
      state,
      payer,
      page: String(at + 1),
    })),
  );
  return orders.flatMap((order) =>
    pages.map((page) => new URLSearchParams({ ...page, ...order }).toString()),
  );
}

/** The n-th of many different searches for a frequent state and insurance. */
export function queryNumber(pairs: readonly Pair[], n: number): string {
  const frequent = pairs.slice(0, MOST_PAIRS).map(({ state, payer }) => ({ state, payer }));
  let rest = n;
  const next = <T>(list: readonly T[]): T => {
    const value = list[rest % list.length]!;
    rest = Math.floor(rest / list.length);
    return value;
  };
  const parameters = {
    ...next(frequent),
    ...next(options),
    ...next(orders),
    ...next(limits),
    ...next(flags),
    ...next(more),
  };
  return new URLSearchParams(parameters).toString();
}

const options: Parameters[] = [{}, { accepting: '1' }, { integration72h: '1' }];
const limits: Parameters[] = [{}, { max_fee: '400' }, { max_fee: '300' }, { max_fee: '350' }];
const flags: Parameters[] = [{}, { min_caseload: '5' }, { confirmed: '90' }, { min_caseload: '3' }];
const more: Parameters[] = [
  {},
  { mode: 'telehealth' },
  { mode: 'in-person' },
  { own_therapist: '1' },
  { language: 'en' },
];
