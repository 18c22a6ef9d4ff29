import { isDeepStrictEqual } from 'node:util';
import type { Settings } from 'meilisearch';
import { type Day, toDay } from '../../domain/calendar.js';
import { flatGroups } from '../flat-groups.js';
import { LEADING_FLAG, ROTATIONS, rotationOf, sortFacets } from '../order.js';
import { textFields } from '../search-index.js';
import { attributeOf } from './attributes.js';
import { reachAttributes } from './reach.js';
import type { Server } from './server.js';

const rotationAttributes = Array.from({ length: ROTATIONS }, (_, rotation) => `rotation_${rotation}`);

/** Far above any directory: below it, totals would be cut off without a word. */
const MOST_HITS = 5_000_000;

/** Far above the values that an attribute can have: every state, payer and line with each other. */
const MOST_VALUES = 100_000;

/** Searches end by our time-out, not by an answer that is silently incomplete. */
const SEARCH_CUTOFF_MS = 60_000;

/** The ordinary order of a day, for `sort`. Two listings that are equal in all of it share a 32-bit key by chance, once in 2³². */
export function ordinaryOrder(today: Day): string[] {
  return [`${LEADING_FLAG}:desc`, 'evidence:desc', 'month:desc', `rotation_${rotationOf(today)}:asc`];
}

/** Rules of the order: what the person chose; fewest mistakes; where it matched; then the ordinary order of the day. */
export function rankingRules(today: Day): string[] {
  const text = ['sort', 'words', 'typo', 'attributeRank'];
  return [...text, ...ordinaryOrder(today)];
}

export function settingsOn(today: Day): Settings {
  return {
    searchableAttributes: [...textFields],
    displayedAttributes: [
      'id',
      'slug',
      'revision',
      'facts',
      'near',
      'formatVersion',
      'builtFrom',
      'build',
      ...textFields,
    ],
    filterableAttributes: ['kind', 'id', 'zip3', ...reachAttributes, ...flatGroups.map(attributeOf)].sort(),
    sortableAttributes: [
      ...[LEADING_FLAG, 'evidence', 'month', ...Object.values(sortFacets), 'confirmedOn', 'sortName'],
      ...rotationAttributes,
    ].sort(),
    rankingRules: rankingRules(today),
    typoTolerance: {
      enabled: true,
      minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
      disableOnWords: [],
      disableOnAttributes: [],
      disableOnNumbers: true,
    },
    faceting: { maxValuesPerFacet: MOST_VALUES, sortFacetValuesBy: { '*': 'alpha' } },
    pagination: { maxTotalHits: MOST_HITS },
    stopWords: [],
    synonyms: {},
    proximityPrecision: 'byWord',
    searchCutoffMs: SEARCH_CUTOFF_MS,
    facetSearch: false,
    prefixSearch: 'indexingTime',
  };
}

/** Sends the settings of the day that differ from those the index has, in one task; `false` when none do. */
export async function applySettings(server: Server, uid: string, now: Date): Promise<boolean> {
  const has = await server.write((client) => client.index(uid).getSettings());
  const wanted = Object.entries(settingsOn(toDay(now)));
  const different = wanted.filter(([name, value]) => !same(name, has[name as keyof Settings], value));
  if (different.length === 0) return false;
  await server.finish((client) => client.index(uid).updateSettings(Object.fromEntries(different)));
  return true;
}

/** Lists whose order says nothing come back in an order of the server's own. */
const sets: readonly string[] = ['filterableAttributes', 'sortableAttributes', 'displayedAttributes'];

function same(name: string, has: unknown, wanted: unknown): boolean {
  const plain = (value: unknown) => (sets.includes(name) && Array.isArray(value) ? [...value].sort() : value);
  return isDeepStrictEqual(plain(has), plain(wanted));
}
