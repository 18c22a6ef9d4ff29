import { lineIds } from '../../domain/reference/lines.js';
import { payerIds } from '../../domain/reference/payers.js';
import { stateCodes } from '../../domain/reference/states.js';
import type { SearchQuery } from '../search-index.js';
import { queryWords } from '../words.js';
import { countBits } from './bit-count.js';
import { ANY, IN_PERSON, lineNumbers, payerNumbers, stateNumbers, TELEHEALTH } from './codes.js';
import type { DocIdList } from './doc-id-list.js';
import type { Documents } from './documents.js';
import { HEAD, lineOf, payerOf, stateOf } from './facts.js';
import type { Filter } from './filter.js';
import type { FoundDocs } from './found-docs.js';
import { emptyTally, type JointTally } from './joint-ask.js';
import { layout } from './layout.js';
import { highBit, lowBit, sharesState, stateBit } from './state-bits.js';

/** Whether the lists alone answer a search: at most one state, payer and line, and nothing else. */
export function isPlain(query: SearchQuery, filter: Filter): boolean {
  return (
    filter.active.length === 0 &&
    query.near === null &&
    query.mode.length !== 1 &&
    query.payer.length <= 1 &&
    query.line.length <= 1 &&
    queryWords(query.q).length === 0
  );
}

/** Answers a plain search: what is found is one list, and most counts are the lengths of others. */
export function plainSearch(query: SearchQuery, documents: Documents, counted: boolean): FoundDocs {
  const state = query.state === null ? ANY : stateNumbers.get(query.state)!;
  const payer = query.payer.length === 0 ? ANY : payerNumbers.get(query.payer[0]!)!;
  const line = query.line.length === 0 ? ANY : lineNumbers.get(query.line[0]!)!;
  const list = (where: number, who: number, what: number) =>
    where === ANY && who === ANY && what === ANY ? documents.live : documents.postings.list(where, who, what);
  const found = list(state, payer, line);
  const { items, length } = found;
  const answer: FoundDocs = { docIds: items, length, miles: null, text: null, nearMisses: {}, joint: null };
  if (!counted) return answer;
  const tally = emptyTally(0);
  for (let at = 0; at < stateCodes.length; at++) tally.state[at] = list(at, payer, line).length;
  for (let at = 0; at < payerIds.length; at++) tally.payer[at] = list(state, at, line).length;
  for (let at = 0; at < lineIds.length; at++) tally.line[at] = list(state, payer, at).length;
  if (state !== ANY) countModesIn(state, documents, found, tally);
  else if (payer === ANY && line === ANY) countModes(documents, found, tally);
  else countModesCovered(payer, line, documents, found, tally);
  return { ...answer, joint: tally };
}

function countModesIn(state: number, { columns }: Documents, found: DocIdList, tally: JointTally): void {
  const { column: inPerson, bit } = stateBit(columns.inPerson, state);
  const { column: telehealth } = stateBit(columns.telehealth, state);
  let [inCount, teleCount] = [0, 0];
  for (let at = 0; at < found.length; at++) {
    const docId = found.items[at]!;
    inCount += (inPerson[docId]! >>> bit) & 1;
    teleCount += (telehealth[docId]! >>> bit) & 1;
  }
  tally.mode.set([inCount, teleCount]);
}

function countModes({ columns }: Documents, found: DocIdList, tally: JointTally): void {
  const { word, shift } = layout.anywhere;
  const counts = countBits(columns.words[word]!, found.items, found.length);
  tally.mode.set([counts[shift]!, counts[shift + 1]!]);
}

/** In which modes each may treat in a state where the payer and line are taken. */
function countModesCovered(
  payer: number,
  line: number,
  { columns, facts }: Documents,
  found: DocIdList,
  tally: JointTally,
): void {
  const data = facts.data();
  for (let at = 0; at < found.length; at++) {
    const docId = found.items[at]!;
    const start = columns.facts[docId]! + 1;
    const from = start + HEAD + data[start]!;
    let low = 0;
    let high = 0;
    for (let place = from; place < from + data[start + 1]!; place++) {
      const row = data[place]!;
      if ((payer !== ANY && payerOf(row) !== payer) || (line !== ANY && lineOf(row) !== line)) continue;
      low |= lowBit(stateOf(row));
      high |= highBit(stateOf(row));
    }
    if (sharesState(columns.inPerson, docId, low, high)) tally.mode[IN_PERSON]! += 1;
    if (sharesState(columns.telehealth, docId, low, high)) tally.mode[TELEHEALTH]! += 1;
  }
}
