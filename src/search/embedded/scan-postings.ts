import { lineIds } from '../../domain/reference/lines.js';
import { payerIds } from '../../domain/reference/payers.js';
import { stateCodes } from '../../domain/reference/states.js';
import { ANY, IN_PERSON, TELEHEALTH } from './codes.js';
import { treatingStates } from './columns.js';
import type { DocIdList } from './doc-id-list.js';
import type { Documents } from './documents.js';
import { type Filter, partition, passesAll } from './filter.js';
import { ALL_LINES, emptyTally, type JointAsk, type JointTally } from './joint-ask.js';
import type { ScanResult } from './scan-rows.js';
import { type StateBit, stateBit } from './state-bits.js';

/** Numbers of payers, or of lines; {@link ANY} alone for all. */
type Numbers = readonly number[];

/** In which modes a therapist must be able to treat in the state of a list. */
type Modes = Pick<JointAsk, 'inPerson' | 'telehealth'>;

const anyState = [ANY];
const everyState = stateCodes.map((_, at) => at);
const inPersonAlone: Modes = { inPerson: true, telehealth: false };
const telehealthAlone: Modes = { inPerson: false, telehealth: true };

/**
 * Insurance without a distance: posting lists already say who takes what where. Each choice is counted by walking its lists and
 * testing the listings on them against everything else. The rows of a listing are not read.
 */
export function scanPostings(
  ask: JointAsk,
  documents: Documents,
  filter: Filter,
  counted: boolean,
): ScanResult {
  const { payers, lines } = numbersOf(ask);
  const walk = createWalk(documents, filter);
  const here: DocIdList = { items: new Int32Array(documents.live.length), length: 0 };
  here.length = walk(statesOf(ask.state, ask), payers, lines, ask, here.items);
  const { passing: found, nearMisses } = partition(here, filter, counted);
  const tally = counted ? tallyOf(ask, payers, lines, walk) : null;
  return { found, miles: null, nearMisses: counted ? nearMisses : [], tally };
}

/** Counts each choice as if its group held it alone. */
function tallyOf(ask: JointAsk, payers: Numbers, lines: Numbers, walk: Walk): JointTally {
  const tally = emptyTally(0);
  const states = statesOf(ask.state, ask);
  for (let at = 0; at < tally.state.length; at++) tally.state[at] = walk([at], payers, lines, ask, null);
  for (let at = 0; at < tally.payer.length; at++) tally.payer[at] = walk(states, [at], lines, ask, null);
  for (let at = 0; at < tally.line.length; at++) tally.line[at] = walk(states, payers, [at], ask, null);
  const countMode = (modes: Modes) => walk(statesOf(ask.state, modes), payers, lines, modes, null);
  tally.mode[IN_PERSON] = countMode(inPersonAlone);
  tally.mode[TELEHEALTH] = countMode(telehealthAlone);
  return tally;
}

const UNKNOWN = 0;
const PASSES = 1;
const FAILS = 2;

/**
 * Walks the lists of these states, payers and lines, each listing once. With `out`, writes all of them there and returns how many;
 * without it, returns how many pass the filter. The list of a state holds those who may treat there in any mode, so a mode is tested
 * only when one alone is asked for.
 */
type Walk = (
  states: Numbers,
  payers: Numbers,
  lines: Numbers,
  modes: Modes,
  out: Int32Array | null,
) => number;

const everyMode = { column: null, bit: 0 };

function createWalk({ columns, postings }: Documents, filter: Filter): Walk {
  const seen = new Int32Array(columns.capacity);
  const known = new Uint8Array(columns.capacity);
  let round = 0;
  const passes = (docId: number) => {
    if (known[docId] === UNKNOWN) known[docId] = passesAll(filter, docId) ? PASSES : FAILS;
    return known[docId] === PASSES;
  };
  /** The common case, a shortcut: one list, on which each document is once. */
  const countPassing = ({ items, length }: DocIdList, mode: StateBit | null) => {
    const { column: may, bit } = mode ?? everyMode;
    let count = 0;
    for (let at = 0; at < length; at++) {
      const docId = items[at]!;
      if (may !== null && ((may[docId]! >>> bit) & 1) === 0) continue;
      const mark = known[docId]!;
      if (mark === PASSES || (mark === UNKNOWN && passes(docId))) count += 1;
    }
    return count;
  };
  return (states, payers, lines, modes, out) => {
    const mayIn = (state: number) =>
      modes.inPerson && modes.telehealth ? null : stateBit(treatingStates(modes, columns), state);
    if (out === null && states.length === 1 && payers.length === 1 && lines.length === 1)
      return countPassing(postings.list(states[0]!, payers[0]!, lines[0]!), mayIn(states[0]!));
    round += 1;
    let length = 0;
    for (const state of states) {
      const { column: may, bit } = mayIn(state) ?? everyMode;
      for (const payer of payers)
        for (const line of lines) {
          const { items, length: end } = postings.list(state, payer, line);
          for (let at = 0; at < end; at++) {
            const docId = items[at]!;
            if (seen[docId] === round || (may !== null && ((may[docId]! >>> bit) & 1) === 0)) continue;
            if (out === null && !passes(docId)) continue;
            seen[docId] = round;
            if (out !== null) out[length] = docId;
            length += 1;
          }
        }
    }
    return length;
  };
}

/** The state chosen; without one any, told apart only where a mode must hold in the same state. */
function statesOf(state: number, { inPerson, telehealth }: Modes): Numbers {
  if (state !== ANY) return [state];
  return inPerson && telehealth ? anyState : everyState;
}

function numbersOf(ask: JointAsk): { payers: Numbers; lines: Numbers } {
  const { payers, lines } = ask;
  return {
    payers: payers === null ? [ANY] : payerIds.map((_, at) => at).filter((at) => payers[at]),
    lines: lines === ALL_LINES ? [ANY] : lineIds.map((_, at) => at).filter((at) => (lines >>> at) & 1),
  };
}
