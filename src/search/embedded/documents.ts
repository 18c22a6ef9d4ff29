import { numberFacetNames } from '../../domain/facets.js';
import { fold } from '../../domain/text.js';
import type { IndexEntry } from '../entry.js';
import type { JointFacts } from '../joint.js';
import { hashId, standingRank } from '../order.js';
import { type Arena, createArena } from './arena.js';
import { createNames, IN_PERSON, type Names } from './codes.js';
import { type Columns, columnValue, createColumns, grow, prepareDocId } from './columns.js';
import { type DocIdList, docIdList, insert, take } from './doc-id-list.js';
import { HEAD, modeOf, packFacts, stateOf, unpackFacts } from './facts.js';
import { packWords } from './layout.js';
import { createPostings, type Postings } from './postings.js';
import { addState, noState, writeStates } from './state-bits.js';
import { createTextIndex, type TextIndex } from './text-index.js';

/** Every entry of the index, each under a document id. */
export interface Documents {
  readonly columns: Columns;
  readonly postings: Postings;
  readonly text: TextIndex;
  readonly zips: Names;
  /** By document id; an id that is free has an empty text. */
  readonly ids: string[];
  readonly slugs: string[];
  /** Names, folded, for the order by name. */
  readonly names: string[];
  /** The document ids in use. */
  readonly live: DocIdList;
  readonly facts: Arena;
  /** Adds or replaces an entry. */
  put(entry: IndexEntry): void;
  /** Removes an entry, if it is there. */
  remove(id: string): void;
  /** What an entry says of one state (by number) or, with {@link ANY}, of all. */
  factsOf(docId: number, state: number): JointFacts;
  /** Works out what depends on the day for this day (a day number). */
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
  for (const name of numberFacetNames) columns.numbers[name][docId] = columnValue(name, entry.facets[name]);
  columns.confirmedOn[docId] = entry.confirmedOn;
  columns.revision[docId] = entry.revision;
  columns.standing[docId] = standingRank(entry);
  columns.idHash[docId] = hashId(entry.id);
  writeModes(columns, docId, packed);
}

function writeModes(columns: Columns, docId: number, packed: readonly number[]): void {
  const [inPerson, telehealth, anyMode] = [noState(), noState(), noState()];
  for (let at = HEAD; at < HEAD + packed[0]!; at++) {
    const state = stateOf(packed[at]!);
    addState(modeOf(packed[at]!) === IN_PERSON ? inPerson : telehealth, state);
    addState(anyMode, state);
  }
  writeStates(columns.inPerson, docId, inPerson);
  writeStates(columns.telehealth, docId, telehealth);
  writeStates(columns.anyMode, docId, anyMode);
}
