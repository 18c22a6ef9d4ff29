import { payerIds } from '../../domain/reference/payers.js';
import { countBits } from './bit-count.js';
import { ANY, IN_PERSON, TELEHEALTH } from './codes.js';
import { treatingStates } from './columns.js';
import type { DocIdList } from './doc-id-list.js';
import type { Documents } from './documents.js';
import { HEAD, lineOf, payerOf, stateOf } from './facts.js';
import type { Partition } from './filter.js';
import { withinSteps } from './found-docs.js';
import { emptyTally, type JointAsk, type JointTally } from './joint-ask.js';
import type { ScanResult } from './scan-rows.js';
import { holdsState, onlyState, type StateColumns, stateCounts } from './state-bits.js';

/** Without insurance and distance only the states in which they may treat decide: whole columns are counted at once. */
export function scanColumns(
  ask: JointAsk,
  documents: Documents,
  partitioned: Partition,
  counted: boolean,
): ScanResult {
  const { columns } = documents;
  const may = treatingStates(ask, columns);
  const found = keepIn(ask.state, may, partitioned.passing);
  const nearMisses = partitioned.nearMisses.map((list) => keepIn(ask.state, may, list));
  if (!counted) return { found, miles: null, nearMisses, tally: null };
  const tally = emptyTally(withinSteps.length);
  const { items, length } = partitioned.passing;
  tally.state.set(stateCounts(may, (column) => countBits(column, items, length)));
  const inAnyMode = ask.inPerson && ask.telehealth ? found : partitioned.passing;
  tally.mode[IN_PERSON] = countIn(ask.state, columns.inPerson, inAnyMode);
  tally.mode[TELEHEALTH] = countIn(ask.state, columns.telehealth, inAnyMode);
  if (listsAreShorter(ask, documents, found)) tallyLists(ask.state, documents, found, tally);
  else tallyRows(ask, documents, may, found, tally);
  return { found, miles: null, nearMisses, tally };
}

/** Those who may treat in the state (by number), or with {@link ANY} in any. */
function keepIn(state: number, { low, high }: StateColumns, list: DocIdList): DocIdList {
  const items = new Int32Array(list.length);
  const { low: lowBits, high: highBits } = onlyState(state);
  let length = 0;
  for (let at = 0; at < list.length; at++) {
    const docId = list.items[at]!;
    if (((low[docId]! & lowBits) | (high[docId]! & highBits)) !== 0) items[length++] = docId;
  }
  return { items, length };
}

function countIn(state: number, { low, high }: StateColumns, list: DocIdList): number {
  const { low: lowBits, high: highBits } = onlyState(state);
  let count = 0;
  for (let at = 0; at < list.length; at++) {
    const docId = list.items[at]!;
    if (((low[docId]! & lowBits) | (high[docId]! & highBits)) !== 0) count += 1;
  }
  return count;
}

/** Reading the rows of one listing takes as long as this many places on a list. */
const ROWS_COST = 16;

/** Whether reading the lists of each payer and line is faster than reading the rows of those found. Lists do not tell modes by state. */
function listsAreShorter(ask: JointAsk, { postings }: Documents, found: DocIdList): boolean {
  if (ask.state === ANY && !(ask.inPerson && ask.telehealth)) return false;
  let places = 0;
  for (let payer = 0; payer < payerIds.length; payer++) places += postings.list(ask.state, payer, ANY).length;
  return places < found.length * ROWS_COST;
}

/** Counts how many of those found are on the list of each payer and line. */
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
  may: StateColumns,
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
    const low = may.low[docId]!;
    const high = may.high[docId]!;
    let lines = 0;
    for (let place = from; place < to; place++) {
      const row = data[place]!;
      const state = stateOf(row);
      if ((chosen !== ANY && state !== chosen) || !holdsState(low, high, state)) continue;
      const payer = payerOf(row);
      if (seen[payer] !== docId) tally.payer[payer]! += 1;
      seen[payer] = docId;
      const line = 1 << lineOf(row);
      if ((lines & line) === 0) tally.line[lineOf(row)]! += 1;
      lines |= line;
    }
  }
}
