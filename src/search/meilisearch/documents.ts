import { facetNames, facets, flagFacetNames, listFacetNames, numberFacetNames } from '../../domain/facets.js';
import { fold } from '../../domain/text.js';
import type { IndexEntry } from '../entry.js';
import { eachOf } from '../flat-groups.js';
import { hashId, monthNumber, ROTATIONS, rotationKey } from '../order.js';
import { packFacts } from './facts.js';
import { packNear } from './near-facts.js';
import { reachOf } from './reach.js';
import { indexedText } from './tokens.js';
import { zipAreas } from './zip-areas.js';

/** Grows when something other than the filters changes in what is indexed, or how. */
const VERSION = 2;

/** What an index holds. An index that says something else is not used, and is rebuilt: also when a filter was added. */
export const FORMAT_VERSION = [VERSION, ...facetNames.map((name) => `${name} (${facets[name].kind})`)].join(
  ', ',
);

/** The one document that is not a listing: it says what the index is. */
export const MARK_ID = 'about-this-index';

export type Document = Record<string, unknown> & { id: string };

/** What is sent of an entry. Attributes without a value are left out: a listing without a fee comes last when sorted by it. */
export function documentOf(entry: IndexEntry): Document {
  const hash = hashId(entry.id);
  const rotations = Array.from({ length: ROTATIONS }, (_, at) => [`rotation_${at}`, rotationKey(hash, at)]);
  return {
    id: entry.id,
    kind: 'listing',
    slug: entry.slug,
    revision: entry.revision,
    name: indexedText(entry.text.name),
    practice: indexedText(entry.text.practice),
    about: indexedText(entry.text.about),
    ...reachOf(entry),
    ...facetsOf(entry),
    confirmedOn: entry.confirmedOn,
    evidence: entry.evidence,
    month: monthNumber(entry.confirmedOn),
    sortName: fold(entry.name.toWellFormed()),
    ...Object.fromEntries(rotations),
    facts: packFacts(entry),
    ...(entry.offices.length > 0 && { zip3: zipAreas(entry), near: packNear(entry) }),
  };
}

/** What it has for each filter, under the name of the filter: lists, flags as 0 or 1, numbers that are known. */
function facetsOf({ facets: has }: IndexEntry): Record<string, unknown> {
  const numbers = numberFacetNames.filter((name) => has[name] !== null);
  return {
    ...eachOf(listFacetNames, (name) => has[name]),
    ...eachOf(flagFacetNames, (name) => Number(has[name])),
    ...eachOf(numbers, (name) => has[name]),
  };
}

/** `build` tells one build from another. */
export function markOf(builtFrom: string, build: string): Document {
  return { id: MARK_ID, kind: 'mark', formatVersion: FORMAT_VERSION, builtFrom, build };
}
