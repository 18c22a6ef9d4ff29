import { fold } from '../../domain/text.js';
import type { IndexEntry } from '../entry.js';
import { hashId, monthNumber, ROTATIONS, rotationKey } from '../order.js';
import { packFacts } from './facts.js';
import { packNear } from './near-facts.js';
import { reachOf } from './reach.js';
import { indexedText } from './tokens.js';
import { zipAreas } from './zip-areas.js';

/** Grows when what is indexed, or how, changes: an index of another version is not used, and built anew. */
export const FORMAT_VERSION = 1;

/** The one document that is no listing: it says what the index is. */
export const MARK_ID = 'about-this-index';

export type Document = Record<string, unknown> & { id: string };

/** What is sent of an entry. Attributes without a value are left out: whoever has no fee comes last when sorted by it. */
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
    ...flatOf(entry),
    evidence: entry.evidence,
    month: monthNumber(entry.confirmedOn),
    sortName: fold(entry.name.toWellFormed()),
    ...Object.fromEntries(rotations),
    facts: packFacts(entry),
    ...(entry.offices.length > 0 && { zip3: zipAreas(entry), near: packNear(entry) }),
  };
}

function flatOf(entry: IndexEntry) {
  return {
    scope: [entry.scope],
    presence: entry.presence,
    place: entry.place,
    program: entry.program,
    focus: entry.focus,
    language: entry.language,
    accepting: Number(entry.accepting),
    ownTherapist: Number(entry.ownTherapist),
    integration72h: Number(entry.integration72h),
    ...(entry.hourlyFee !== null && { hourlyFee: entry.hourlyFee }),
    caseload: entry.caseload,
    confirmedOn: entry.confirmedOn,
  };
}

/** `build` tells one build from another. */
export function markOf(builtFrom: string, build: string): Document {
  return { id: MARK_ID, kind: 'mark', formatVersion: FORMAT_VERSION, builtFrom, build };
}
