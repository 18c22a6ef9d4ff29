import { payerIds } from '../../domain/reference/payers.js';
import { countBits } from './bit-count.js';
import type { Columns } from './columns.js';
import type { DocIdList } from './doc-id-list.js';
import type { Documents } from './documents.js';
import { HEAD, lineOf, payerOf, stateOf } from './facts.js';
import type { Partition } from './filter.js';
import { withinSteps } from './found.js';
import { emptyTally, type JointAsk, type JointTally } from './joint-ask.js';
import { ANY } from './postings.js';
import type { Looked } from './scan-rows.js';

/** One bit for each state: the first 32, and the rest. */
interface States {
  low: Int32Array;
  high: Int32Array;
}

/** Without insurance and distance, the states in which they may treat decide alone: whole columns are counted at once. */
export function openLook(
  ask: JointAsk,
  documents: Documents,
  partitioned: Partition,
  counted: boolean,
): Looked {
  const { columns } = documents;
  const may = statesByMode(ask, columns);
  const found = keepIn(ask.state, may, partitioned.passing);
  const nearMisses = partitioned.nearMisses.map((list) => keepIn(ask.state, may, list));
  if (!counted) return { found, miles: null, nearMisses, tally: null };
  const tally = emptyTally(withinSteps.length);
  const { items, length } = partitioned.passing;
  tally.state.set(countBits(may.low, items, length));
  tally.state.set(countBits(may.high, items, length).subarray(0, tally.state.length - 32), 32);
  const inAnyMode = ask.inPerson && ask.telehealth ? found : partitioned.passing;
  tally.mode[0] = countIn(ask.state, inPerson(columns), inAnyMode);
  tally.mode[1] = countIn(ask.state, byTelehealth(columns), inAnyMode);
  if (listsAreShorter(ask, documents, found)) tallyLists(ask.state, documents, found, tally);
  else tallyRows(ask, documents, may, found, tally);
  return { found, miles: null, nearMisses, tally };
}

function statesByMode(ask: JointAsk, columns: Columns): States {
  if (ask.inPerson && ask.telehealth) return { low: columns.anyModeLow, high: columns.anyModeHigh };
  return ask.inPerson ? inPerson(columns) : byTelehealth(columns);
}

function inPerson(columns: Columns): States {
  return { low: columns.inPersonLow, high: columns.inPersonHigh };
}

function byTelehealth(columns: Columns): States {
  return { low: columns.telehealthLow, high: columns.telehealthHigh };
}

/** The state (by number) as a set; with -1 all of them. */
function only(state: number): [low: number, high: number] {
  if (state < 0) return [-1, -1];
  return state < 32 ? [1 << state, 0] : [0, 1 << (state - 32)];
}

/** Those who may treat in the state (by number), or with -1 in any. */
function keepIn(state: number, may: States, list: DocIdList): DocIdList {
  const items = new Int32Array(list.length);
  const [low, high] = only(state);
  let length = 0;
  for (let at = 0; at < list.length; at++) {
    const docId = list.items[at]!;
    if (((may.low[docId]! & low) | (may.high[docId]! & high)) !== 0) items[length++] = docId;
  }
  return { items, length };
}

function countIn(state: number, may: States, list: DocIdList): number {
  const [low, high] = only(state);
  let count = 0;
  for (let at = 0; at < list.length; at++) {
    const docId = list.items[at]!;
    if (((may.low[docId]! & low) | (may.high[docId]! & high)) !== 0) count += 1;
  }
  return count;
}

/** Reading a listing's own rows costs as much as this many places on a list. */
const ROWS_COST = 16;

/** Whether the lists of each payer and line are read sooner than the rows of those found. They say nothing of modes by state. */
function listsAreShorter(ask: JointAsk, { postings }: Documents, found: DocIdList): boolean {
  if (ask.state === ANY && !(ask.inPerson && ask.telehealth)) return false;
  let places = 0;
  for (let payer = 0; payer < payerIds.length; payer++) places += postings.list(ask.state, payer, ANY).length;
  return places < found.length * ROWS_COST;
}

/** Counts who of those found stands on the list of each payer and line. */
function tallyLists(state: number, documents: Documents, found: DocIdList, tally: JointTally): void {
  const is = new Uint8Array(documents.columns.capacity);
  for (let at = 0; at < found.length; at++) is[found.items[at]!] = 1;
  const count = ({ items, length }: DocIdList) => {
    let among = 0;
    for (let at = 0; at < length; at++) among += is[items[at]!]!;
    return among;
  };
  const { list } = documents.postings;
  for (let at = 0; at < tally.payer.length; at++) tally.payer[at] = count(list(state, at, ANY));
  for (let at = 0; at < tally.line.length; at++) tally.line[at] = count(list(state, ANY, at));
}

/** Counts the payers and lines of those found, in the state chosen or wherever they may treat in a chosen mode. */
function tallyRows(
  ask: JointAsk,
  { columns, facts }: Documents,
  may: States,
  found: DocIdList,
  tally: JointTally,
): void {
  const data = facts.data();
  const seen = new Int32Array(payerIds.length).fill(-1);
  const { state: chosen } = ask;
  for (let at = 0; at < found.length; at++) {
    const docId = found.items[at]!;
    const start = columns.facts[docId]! + 1;
    const from = start + HEAD + data[start]!;
    const to = from + data[start + 1]!;
    let lines = 0;
    for (let place = from; place < to; place++) {
      const row = data[place]!;
      const state = stateOf(row);
      const bits = state < 32 ? may.low[docId]! >>> state : may.high[docId]! >>> (state - 32);
      if ((chosen >= 0 && state !== chosen) || (bits & 1) === 0) continue;
      const payer = payerOf(row);
      if (seen[payer] !== docId) tally.payer[payer]! += 1;
      seen[payer] = docId;
      const line = 1 << lineOf(row);
      if ((lines & line) === 0) tally.line[lineOf(row)]! += 1;
      lines |= line;
    }
  }
}
