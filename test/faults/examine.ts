import { isDeepStrictEqual } from 'node:util';
import { load } from 'cheerio';
import { type Day, toDay } from '../../src/domain/calendar.js';
import { listingOn } from '../../src/domain/listing.js';
import type { Therapist } from '../../src/domain/therapist.js';
import { type IndexEntry, indexEntry } from '../../src/search/entry.js';
import { type Document, documentOf } from '../../src/search/meilisearch/documents.js';
import { parseSearch, searchParams } from '../../src/search/query.js';
import type { SearchQuery } from '../../src/search/search-index.js';
import { matches } from '../support/naive-search.js';
import { naiveText } from '../support/naive-text.js';
import { openStoreAt } from '../support/open-store-at.js';

export interface Contents {
  records: Map<string, Therapist>;
  /** The entries that an index must contain today. */
  entries: IndexEntry[];
  today: Day;
}

/** Everything in the store at this address. */
export async function contentsAt(address: string): Promise<Contents> {
  const store = await openStoreAt(address);
  const records = new Map<string, Therapist>();
  for (let after: string | null = null, more = true; more; more = after !== null) {
    const page = await store.therapists.page(after, 1000);
    for (const one of page.therapists) records.set(one.id, one);
    after = page.next;
  }
  await store.close();
  const today = toDay(new Date());
  const listings = [...records.values()].map((one) => listingOn(one, today)).filter((one) => one !== null);
  return { records, entries: listings.map(indexEntry), today };
}

/** The differences between the search server's documents and the store, entry by entry. */
export function faultsOfDocuments(documents: readonly Document[], { entries }: Contents): string[] {
  const held = new Map(documents.map((document) => [document.id, document]));
  const faults = entries.flatMap((entry) => {
    const expected: unknown = JSON.parse(JSON.stringify(documentOf(entry)));
    const found = held.get(entry.id);
    held.delete(entry.id);
    if (found === undefined) return [`${entry.id} is missing`];
    return isDeepStrictEqual(found, expected) ? [] : [`${entry.id} differs from the store`];
  });
  return [...faults, ...[...held.keys()].map((id) => `${id} is too many`)];
}

/**
 * The differences between a process's answers and the store: the pages of all listings, and the totals of these
 * searches. Words that mean a state or a payer redirect to another address; the search of that address is
 * compared.
 */
export async function faultsOfAnswers(
  origin: string,
  contents: Contents,
  queries: readonly SearchQuery[],
): Promise<string[]> {
  const { entries } = contents;
  const shown = await slugsShown(origin);
  const expected = new Set(entries.map(({ slug }) => slug));
  const faults = [...expected].filter((slug) => !shown.includes(slug)).map((slug) => `${slug} is not shown`);
  faults.push(...shown.filter((slug) => !expected.has(slug)).map((slug) => `${slug} is shown`));
  if (new Set(shown).size < shown.length) faults.push('a listing is shown twice');
  for (const query of queries) {
    const answer = await fetch(`${origin}/therapists?${searchParams(query)}`);
    const { search } = new URL(answer.url);
    const expectedTotal = totalIn(contents, parseSearch(new URLSearchParams(search)).query);
    const found = totalOn(await answer.text());
    if (found !== expectedTotal) faults.push(`${search}: found ${found}, expected ${expectedTotal}`);
  }
  return faults;
}

/** Reads every page of the search without filters. */
async function slugsShown(origin: string): Promise<string[]> {
  const shown: string[] = [];
  for (let page = 1; ; page++) {
    const $ = load(await (await fetch(`${origin}/therapists?page=${page}`)).text());
    const links = $('ol.cards > li')
      .toArray()
      .map((card) => $(card).find('a[href^="/therapists/"]').attr('href'));
    if (links.length === 0) return shown;
    shown.push(...links.map((href) => (href ?? '').split('/')[2]!.split('?')[0]!));
  }
}

/** Counts directly from the rules. */
function totalIn({ entries, today }: Contents, query: SearchQuery): number {
  return entries.filter((entry) => naiveText(entry, query.q) !== null && matches(entry, query, today)).length;
}

function totalOn(page: string): number {
  const total = /^([\d,]+) therapist/.exec(load(page)('#found').text());
  return Number((total?.[1] ?? 'NaN').replaceAll(',', ''));
}
