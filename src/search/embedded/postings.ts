import { lineIds } from '../../domain/reference/lines.js';
import { payerIds } from '../../domain/reference/payers.js';
import { stateCodes } from '../../domain/reference/states.js';
import { ANY } from './codes.js';
import { type DocIdList, difference, docIdList, insert, take } from './doc-id-list.js';
import { HEAD, lineOf, payerOf, stateOf, zipOf } from './facts.js';

const STATES = stateCodes.length + 1;
const PAYERS = payerIds.length + 1;
const LINES = lineIds.length + 1;
const TUPLES = STATES * PAYERS * LINES;

const EMPTY: DocIdList = docIdList();

/** Who may treat in a state, who takes a payer, a line or both there (or anywhere), and who has an office at a ZIP code. */
export interface Postings {
  /** By number or {@link ANY}. Payer and line {@link ANY} together mean everyone who may treat in the state. */
  list(state: number, payer: number, line: number): DocIdList;
  offices(zip: number): DocIdList;
  /** Moves a document from the lists of its old facts to those of its new ones. */
  change(docId: number, before: ArrayLike<number>, after: ArrayLike<number>): void;
}

export function createPostings(): Postings {
  const lists: (DocIdList | undefined)[] = [];
  const listAt = (key: number) => {
    lists[key] ??= docIdList();
    return lists[key];
  };
  return {
    list: (state, payer, line) => lists[tuple(state, payer, line)] ?? EMPTY,
    offices: (zip) => lists[TUPLES + zip] ?? EMPTY,
    change(docId, before, after) {
      difference(
        keysOf(before),
        keysOf(after),
        (key) => take(listAt(key), docId),
        (key) => insert(listAt(key), docId),
      );
    },
  };
}

function tuple(state: number, payer: number, line: number): number {
  return ((state + 1) * PAYERS + payer + 1) * LINES + line + 1;
}

/** The lists that facts belong to, each once, ascending. */
function keysOf(run: ArrayLike<number>): Int32Array {
  const keys: number[] = [];
  if (run.length === 0) return new Int32Array(0);
  const coverageFrom = HEAD + run[0]!;
  const officesFrom = coverageFrom + run[1]!;
  for (let at = HEAD; at < coverageFrom; at++) keys.push(tuple(stateOf(run[at]!), ANY, ANY));
  for (let at = coverageFrom; at < officesFrom; at++) {
    const state = stateOf(run[at]!);
    const payer = payerOf(run[at]!);
    const line = lineOf(run[at]!);
    keys.push(tuple(state, payer, line), tuple(state, payer, ANY), tuple(state, ANY, line));
    keys.push(tuple(ANY, payer, line), tuple(ANY, payer, ANY), tuple(ANY, ANY, line));
  }
  for (let at = officesFrom; at < run.length; at++) keys.push(TUPLES + zipOf(run[at]!));
  return distinct(Int32Array.from(keys).sort());
}

function distinct(sorted: Int32Array): Int32Array {
  let kept = 0;
  for (let at = 0; at < sorted.length; at++)
    if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[kept++] = sorted[at]!;
  return sorted.subarray(0, kept);
}
