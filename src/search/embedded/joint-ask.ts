import { modes } from '../../domain/authority.js';
import { lineIds } from '../../domain/reference/lines.js';
import { payerIds } from '../../domain/reference/payers.js';
import { stateCodes } from '../../domain/reference/states.js';
import { milesFrom } from '../joint.js';
import type { SearchQuery } from '../search-index.js';
import { ANY, lineNumbers, payerNumbers, stateNumbers } from './codes.js';
import type { Documents } from './documents.js';

/** A set of lines that holds all of them. */
export const ALL_LINES = -1;

/** What of a search must hold within one state, in numbers. */
export interface JointAsk {
  /** {@link ANY} when none is chosen. */
  state: number;
  /** 1 for each payer that is chosen; `null` for any. */
  payers: Uint8Array | null;
  /** Bit n is line n. */
  lines: number;
  asksCoverage: boolean;
  inPerson: boolean;
  telehealth: boolean;
  /** Miles by ZIP number, or `null` when nothing near is asked for. */
  miles: Float64Array | null;
  within: number;
}

export function jointAsk(query: SearchQuery, documents: Documents): JointAsk {
  const { payer, line, mode, near } = query;
  const payers = payer.length > 0 ? new Uint8Array(payerIds.length) : null;
  for (const id of payer) payers![payerNumbers.get(id)!] = 1;
  const lines = line.reduce((mask, id) => mask | (1 << lineNumbers.get(id)!), 0);
  return {
    state: query.state === null ? ANY : stateNumbers.get(query.state)!,
    payers,
    lines: lines || ALL_LINES,
    asksCoverage: payer.length + line.length > 0,
    inPerson: mode.length === 0 || mode.includes('in-person'),
    telehealth: mode.length === 0 || mode.includes('telehealth'),
    miles: near === null ? null : milesByZip(near, documents),
    within: query.within,
  };
}

function milesByZip(near: string, { zips }: Documents): Float64Array {
  const milesTo = milesFrom(near);
  const miles = new Float64Array(zips.size());
  for (let zip = 0; zip < miles.length; zip++) miles[zip] = milesTo(zips.name(zip));
  return miles;
}

/** How many of the listings tested would be found with one choice alone in its group. */
export interface JointTally {
  state: Uint32Array;
  payer: Uint32Array;
  line: Uint32Array;
  /** By the number of the mode. */
  mode: Uint32Array;
  within: Uint32Array;
}

export function emptyTally(steps: number): JointTally {
  return {
    state: new Uint32Array(stateCodes.length),
    payer: new Uint32Array(payerIds.length),
    line: new Uint32Array(lineIds.length),
    mode: new Uint32Array(modes.length),
    within: new Uint32Array(steps),
  };
}
