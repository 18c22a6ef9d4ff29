import { fold } from '../../domain/text.js';
import type { IndexEntry } from '../entry.js';
import type { JointFacts } from '../joint.js';
import { hashId, standingRank } from '../order.js';
import { type Arena, createArena } from './arena.js';
import { createNames, type Names } from './codes.js';
import { type Columns, createColumns, grow, NO_FEE, prepareSlot } from './columns.js';
import { HEAD, modeOf, packFacts, stateOf, unpackFacts } from './facts.js';
import { packWords } from './layout.js';
import { createPostings, type Postings } from './postings.js';
import { insert, type SlotList, slotList, take } from './slot-list.js';
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
  readonly live: SlotList;
  readonly facts: Arena;
  /** Adds or replaces an entry. */
  put(entry: IndexEntry): void;
  /** Takes an entry out, if it is there. */
  remove(id: string): void;
  /** What an entry says of one state (by number) or, with -1, of all. */
  factsOf(slot: number, state: number): JointFacts;
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
  const slotOf = new Map<string, number>();
  const live = slotList();
  const free: number[] = [];
  const [ids, slugs, names]: [string[], string[], string[]] = [[], [], []];
  let today = Number.NaN;

  const runOf = (arena: Arena, start: number) =>
    arena.data().subarray(start + 1, start + 1 + arena.length(start));

  function store(arena: Arena, starts: Int32Array, slot: number, known: boolean, run: ArrayLike<number>) {
    if (known) arena.free(starts[slot]!);
    starts[slot] = arena.put(run);
  }

  function put(entry: IndexEntry): void {
    const old = slotOf.get(entry.id);
    const slot = old ?? free.pop() ?? ids.length;
    grow(columns, slot + 1);
    const packed = packFacts(entry, types, zips);
    const words = text.pack(entry);
    const known = old !== undefined;
    postings.change(slot, known ? runOf(facts, columns.facts[slot]!) : NONE, packed);
    text.change(slot, known ? runOf(terms, columns.terms[slot]!) : NONE, words);
    store(facts, columns.facts, slot, known, packed);
    store(terms, columns.terms, slot, known, words);
    writeColumns(columns, slot, entry, packed);
    [ids[slot], slugs[slot], names[slot]] = [entry.id, entry.slug, fold(entry.name)];
    if (!known) insert(live, slot);
    slotOf.set(entry.id, slot);
    if (!Number.isNaN(today)) prepareSlot(columns, slot, today);
  }

  function remove(id: string): void {
    const slot = slotOf.get(id);
    if (slot === undefined) return;
    postings.change(slot, runOf(facts, columns.facts[slot]!), NONE);
    text.change(slot, runOf(terms, columns.terms[slot]!), NONE);
    facts.free(columns.facts[slot]!);
    terms.free(columns.terms[slot]!);
    [ids[slot], slugs[slot], names[slot]] = ['', '', ''];
    take(live, slot);
    slotOf.delete(id);
    free.push(slot);
  }

  function prepare(day: number): void {
    if (day === today) return;
    today = day;
    for (let at = 0; at < live.length; at++) prepareSlot(columns, live.items[at]!, day);
  }

  const factsOf = (slot: number, state: number) =>
    unpackFacts(runOf(facts, columns.facts[slot]!), state, types, zips);

  return { columns, postings, text, zips, ids, slugs, names, live, facts, put, remove, factsOf, prepare };
}

function writeColumns(columns: Columns, slot: number, entry: IndexEntry, packed: readonly number[]): void {
  packWords(entry).forEach((bits, word) => {
    columns.words[word]![slot] = bits;
  });
  columns.fee[slot] = entry.hourlyFee ?? NO_FEE;
  columns.caseload[slot] = entry.caseload;
  columns.confirmedOn[slot] = entry.confirmedOn;
  columns.revision[slot] = entry.revision;
  columns.standing[slot] = standingRank(entry);
  columns.idHash[slot] = hashId(entry.id);
  const sets = [0, 0, 0, 0];
  for (const may of packed.slice(HEAD, HEAD + packed[0]!)) {
    const state = stateOf(may);
    sets[modeOf(may) * 2 + (state >> 5)]! |= 1 << (state & 31);
  }
  const [inPersonLow, inPersonHigh, telehealthLow, telehealthHigh] = sets;
  columns.inPersonLow[slot] = inPersonLow!;
  columns.inPersonHigh[slot] = inPersonHigh!;
  columns.telehealthLow[slot] = telehealthLow!;
  columns.telehealthHigh[slot] = telehealthHigh!;
  columns.anyModeLow[slot] = inPersonLow! | telehealthLow!;
  columns.anyModeHigh[slot] = inPersonHigh! | telehealthHigh!;
}
