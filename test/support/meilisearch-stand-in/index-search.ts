import type { IndexEntry } from '../../../src/search/entry.js';
import { naiveText, type TextFound } from '../naive-text.js';
import { filterTest } from './filter.js';
import { Refusal } from './refusal.js';

export type Document = Readonly<Record<string, unknown>> & { id: string };
export type IndexSettings = Record<string, unknown>;

/** The parameters that our own code sends. */
export interface Asked {
  q: string;
  filter: string[];
  facets?: string[];
  sort?: string[];
  page: number;
  hitsPerPage: number;
  attributesToRetrieve?: string[];
}

interface Found {
  document: Document;
  text: TextFound;
}

/** Searches a list of documents slowly and simply, as the settings and the parameters say. */
export function searchIndex(documents: Iterable<Document>, settings: IndexSettings, asked: Asked) {
  const names = (setting: string) => (settings[setting] ?? []) as string[];
  const test = filterTest(asked.filter, names('filterableAttributes'));
  refuseUnknown('facets', asked.facets ?? [], names('filterableAttributes'));
  refuseUnknown('sort', (asked.sort ?? []).map(attributeOf), names('sortableAttributes'));
  const found = [...documents].filter(test).flatMap((document): Found[] => {
    const text = textFound(document, asked.q);
    return text === null ? [] : [{ document, text }];
  });
  const first = (asked.page - 1) * asked.hitsPerPage;
  return {
    hits: ordered(found, names('rankingRules'), asked.sort ?? [])
      .slice(first, first + asked.hitsPerPage)
      .map(({ document }) => pick(document, asked.attributesToRetrieve ?? ['*'])),
    totalHits: found.length,
    page: asked.page,
    hitsPerPage: asked.hitsPerPage,
    processingTimeMs: 0,
    facetDistribution: Object.fromEntries(
      (asked.facets ?? []).map((name) => [name, distribution(found, name)]),
    ),
  };
}

function refuseUnknown(what: string, asked: readonly string[], known: readonly string[]): void {
  const unknown = asked.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new Refusal(400, `invalid_search_${what}`, `Attribute \`${unknown}\` is not known.`);
}

const known = new WeakMap<Document, Map<string, TextFound | null>>();

/** All searches of one call ask for the same words. */
function textFound(document: Document, q: string): TextFound | null {
  const answers = known.get(document) ?? new Map<string, TextFound | null>();
  known.set(document, answers);
  if (!answers.has(q)) answers.set(q, naiveText(textOf(document), q));
  return answers.get(q) ?? null;
}

/** The marking document has no words. */
function textOf({ name = '', practice = '', about = '' }: Document): IndexEntry {
  return { text: { name, practice, about } } as unknown as IndexEntry;
}

function attributeOf(rule: string): string {
  return rule.split(':')[0]!;
}

type Compare = (a: Found, b: Found) => number;

function ordered(found: readonly Found[], rules: readonly string[], sort: readonly string[]): Found[] {
  const compares = rules.flatMap((rule): Compare[] => {
    if (rule === 'sort') return sort.map(byAttribute);
    if (rule === 'typo') return [(a, b) => a.text.typos - b.text.typos];
    if (rule === 'attributeRank') return [(a, b) => a.text.fields - b.text.fields];
    return rule.includes(':') ? [byAttribute(rule)] : [];
  });
  return [...found].sort((a, b) => {
    for (const compare of compares) {
      const order = compare(a, b);
      if (order !== 0) return order;
    }
    return 0;
  });
}

/** Documents without the attribute come last, whichever way round. */
function byAttribute(rule: string): Compare {
  const [name = '', direction] = rule.split(':');
  const turn = direction === 'desc' ? -1 : 1;
  return (a, b) => {
    const [left, right] = [a.document[name], b.document[name]] as [number, number];
    if (left === undefined || right === undefined)
      return Number(left === undefined) - Number(right === undefined);
    return left < right ? -turn : left > right ? turn : 0;
  };
}

function pick(document: Document, names: readonly string[]): object {
  if (names.includes('*')) return document;
  return Object.fromEntries(Object.entries(document).filter(([name]) => names.includes(name)));
}

function distribution(found: readonly Found[], name: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { document } of found)
    for (const value of new Set([document[name] ?? []].flat().map(String)))
      counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
