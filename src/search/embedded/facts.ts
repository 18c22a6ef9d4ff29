import { modes } from '../../domain/authority.js';
import { lineIds } from '../../domain/reference/lines.js';
import { payerIds } from '../../domain/reference/payers.js';
import { stateCodes } from '../../domain/reference/states.js';
import type { IndexEntry } from '../entry.js';
import type { JointFacts } from '../joint.js';
import {
  ANY,
  allBases,
  basisNumbers,
  lineNumbers,
  modeNumbers,
  type Names,
  payerNumbers,
  stateNumbers,
} from './codes.js';

/*
 * The facts of one entry as a run of numbers: how many permissions and rows of coverage there are, then one number for each
 * permission, row of coverage and office, in the order of the entry. Every number ends in the six bits of its state.
 */
export const HEAD = 2;

const STATE = 0x3f;

export function stateOf(fact: number): number {
  return fact & STATE;
}

export function lineOf(row: number): number {
  return (row >>> 6) & 7;
}

export function payerOf(row: number): number {
  return row >>> 9;
}

export function zipOf(office: number): number {
  return office >>> 6;
}

export function modeOf(permission: number): number {
  return (permission >>> 6) & 1;
}

/** Coverage outside the states where they may treat, and offices where they may not in person, are left out: nothing finds them. */
export function packFacts(entry: IndexEntry, types: Names, zips: Names): number[] {
  const treats = new Set(entry.permissions.map((may) => may.state));
  const inPerson = new Set(
    entry.permissions.filter((may) => may.mode === 'in-person').map((may) => may.state),
  );
  const coverage = entry.coverage.filter((row) => treats.has(row.state));
  const offices = entry.offices.filter((office) => inPerson.has(office.state));
  const run = [entry.permissions.length, coverage.length];
  for (const { state, mode, basis, type } of entry.permissions)
    run.push(
      (types.number(type) << 9) |
        (basisNumbers.get(basis)! << 7) |
        (modeNumbers.get(mode)! << 6) |
        stateNumbers.get(state)!,
    );
  for (const { state, payer, line } of coverage)
    run.push((payerNumbers.get(payer)! << 9) | (lineNumbers.get(line)! << 6) | stateNumbers.get(state)!);
  for (const { state, zip } of offices) run.push((zips.number(zip) << 6) | stateNumbers.get(state)!);
  return run;
}

/** The facts of a run again, of one state alone (by number) or, with {@link ANY}, of all. */
export function unpackFacts(run: Int32Array, state: number, types: Names, zips: Names): JointFacts {
  const coverageFrom = HEAD + run[0]!;
  const officesFrom = coverageFrom + run[1]!;
  const some = (from: number, to: number) => {
    const part = run.subarray(from, to);
    return Array.from(state === ANY ? part : part.filter((fact) => stateOf(fact) === state));
  };
  return {
    permissions: some(HEAD, coverageFrom).map((may) => ({
      state: stateCodes[stateOf(may)]!,
      mode: modes[modeOf(may)]!,
      basis: allBases[(may >>> 7) & 3]!,
      type: types.name(may >>> 9),
    })),
    coverage: some(coverageFrom, officesFrom).map((row) => ({
      state: stateCodes[stateOf(row)]!,
      payer: payerIds[payerOf(row)]!,
      line: lineIds[lineOf(row)]!,
    })),
    offices: some(officesFrom, run.length).map((office) => ({
      state: stateCodes[stateOf(office)]!,
      zip: zips.name(zipOf(office)),
    })),
  };
}
