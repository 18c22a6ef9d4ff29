import { fold } from '../../domain/text.js';
import type { IndexEntry } from '../entry.js';
import type { JointFacts } from '../joint.js';
import { hashId, standingRank } from '../order.js';
import { type Arena, createArena } from './arena.js';
import { createNames, type Names } from './codes.js';
import { type Columns, createColumns, grow, NO_FEE, prepareDocId } from './columns.js';
import { type DocIdList, docIdList, insert, take } from './doc-id-list.js';
import { HEAD, modeOf, packFacts, stateOf, unpackFacts } from './facts.js';
import { packWords } from './layout.js';
import { createPostings, type Postings } from './postings.js';
import { createTextIndex, type TextIndex } from './text-index.js';

/** Every entry of the index, one slot each. */
export interface Documents {
  readonly columns: Columns;
  readonly postings: Postings;
  readonly text: TextIndex;
  readonly zips: Names;
  /** By slot; what stands in a free slot means nothing. */
  readonly ids: string[];
  readonly slugs: string[];
  /** Names, folded, for the order by name. */
  readonly names: string[];
  /** The slots in use. */
  readonly live: DocIdList;
  readonly facts: Arena;
  /** Adds or replaces an entry. */
  put(entry: IndexEntry): void;
  /** Takes an entry out, if it is there. */
  remove(id: string): void;
  /** What an entry says of one state (by number) or, with -1, of all. */
  factsOf(docId: number, state: number): JointFacts;
  /** Makes what depends on the day right for this day (a day number). */
  prepare(day: number): void;
}

const NONE = new Int32Array(0);

export function createDocuments(): Documents {
  const columns = createColumns();
  const postings = createPostings();
  const text = createTextIndex();
  const facts = createArena();
  const terms = createArena();
  const types = createNames();
  const zips = createNames();
  const docIdOf = new Map<string, number>();
  const live = docIdList();
  const free: number[] = [];
  const [ids, slugs, names]: [string[], string[], string[]] = [[], [], []];
  let today = Number.NaN;

  const runOf = (arena: Arena, start: number) =>
    arena.data().subarray(start + 1, start + 1 + arena.length(start));

  function store(arena: Arena, starts: Int32Array, docId: number, known: boolean, run: ArrayLike<number>) {
    if (known) arena.free(starts[docId]!);
    starts[docId] = arena.put(run);
  }

  function put(entry: IndexEntry): void {
    const old = docIdOf.get(entry.id);
    const docId = old ?? free.pop() ?? ids.length;
    grow(columns, docId + 1);
    const packed = packFacts(entry, types, zips);
    const words = text.pack(entry);
    const known = old !== undefined;
    postings.change(docId, known ? runOf(facts, columns.facts[docId]!) : NONE, packed);
    text.change(docId, known ? runOf(terms, columns.terms[docId]!) : NONE, words);
    store(facts, columns.facts, docId, known, packed);
    store(terms, columns.terms, docId, known, words);
    writeColumns(columns, docId, entry, packed);
    [ids[docId], slugs[docId], names[docId]] = [entry.id, entry.slug, fold(entry.name)];
    if (!known) insert(live, docId);
    docIdOf.set(entry.id, docId);
    if (!Number.isNaN(today)) prepareDocId(columns, docId, today);
  }

  function remove(id: string): void {
    const docId = docIdOf.get(id);
    if (docId === undefined) return;
    postings.change(docId, runOf(facts, columns.facts[docId]!), NONE);
    text.change(docId, runOf(terms, columns.terms[docId]!), NONE);
    facts.free(columns.facts[docId]!);
    terms.free(columns.terms[docId]!);
    [ids[docId], slugs[docId], names[docId]] = ['', '', ''];
    take(live, docId);
    docIdOf.delete(id);
    free.push(docId);
  }

  function prepare(day: number): void {
    if (day === today) return;
    today = day;
    for (let at = 0; at < live.length; at++) prepareDocId(columns, live.items[at]!, day);
  }

  const factsOf = (docId: number, state: number) =>
    unpackFacts(runOf(facts, columns.facts[docId]!), state, types, zips);

  return { columns, postings, text, zips, ids, slugs, names, live, facts, put, remove, factsOf, prepare };
}

function writeColumns(columns: Columns, docId: number, entry: IndexEntry, packed: readonly number[]): void {
  packWords(entry).forEach((bits, word) => {
    columns.words[word]![docId] = bits;
  });
  columns.fee[docId] = entry.hourlyFee ?? NO_FEE;
  columns.caseload[docId] = entry.caseload;
  columns.confirmedOn[docId] = entry.confirmedOn;
  columns.revision[docId] = entry.revision;
  columns.standing[docId] = standingRank(entry);
  columns.idHash[docId] = hashId(entry.id);
  const sets = [0, 0, 0, 0];
  for (const may of packed.slice(HEAD, HEAD + packed[0]!)) {
    const state = stateOf(may);
    sets[modeOf(may) * 2 + (state >> 5)]! |= 1 << (state & 31);
  }
  const [inPersonLow, inPersonHigh, telehealthLow, telehealthHigh] = sets;
  columns.inPersonLow[docId] = inPersonLow!;
  columns.inPersonHigh[docId] = inPersonHigh!;
  columns.telehealthLow[docId] = telehealthLow!;
  columns.telehealthHigh[docId] = telehealthHigh!;
  columns.anyModeLow[docId] = inPersonLow! | telehealthLow!;
  columns.anyModeHigh[docId] = inPersonHigh! | telehealthHigh!;
}
