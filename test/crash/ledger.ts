import { isDeepStrictEqual } from 'node:util';
import type { Therapist } from '../../src/domain/therapist.js';

type State = Therapist | null;
type Tried = [string, State][];

/** What the store must contain after the kill, as far as the writers reported it. */
export interface Ledger {
  /** Records one line of the writer with this name. */
  note(writer: string, line: string): void;
  /** The number of acknowledged writes. */
  readonly acknowledged: number;
  /** The faults in these contents. Afterwards the ledger takes these contents as certain. */
  settle(contents: ReadonlyMap<string, Therapist>): string[];
}

/** A ledger of certain states, and of the one unacknowledged write of each writer. */
export function openLedger(): Ledger {
  const certain = new Map<string, State>();
  const underWay = new Map<string, Tried>();
  let acknowledged = 0;

  function settleTried(tried: Tried, contents: ReadonlyMap<string, Therapist>): string[] {
    const happened = tried.filter(([id, state]) => isDeepStrictEqual(contents.get(id) ?? null, state));
    if (happened.length === tried.length) for (const [id, state] of tried) certain.set(id, state);
    const half = tried.filter(
      ([id]) => !isDeepStrictEqual(contents.get(id) ?? null, certain.get(id) ?? null),
    );
    return half.map(([id]) => `${id} was in flight, and is in neither its old nor its new state`);
  }

  return {
    get acknowledged() {
      return acknowledged;
    },
    note(writer, line) {
      const words = JSON.parse(line) as { tried?: Tried; done?: true };
      if (words.tried) underWay.set(writer, words.tried);
      if (!words.done) return;
      acknowledged++;
      for (const [id, state] of underWay.get(writer) ?? []) certain.set(id, state);
      underWay.delete(writer);
    },
    settle(contents) {
      const faults = [...underWay.values()].flatMap((tried) => settleTried(tried, contents));
      underWay.clear();
      for (const [id, state] of certain)
        if (!isDeepStrictEqual(contents.get(id) ?? null, state))
          faults.push(`${id}: the last acknowledged write is missing`);
      for (const id of contents.keys()) if (!certain.has(id)) faults.push(`${id}: no writer wrote it`);
      certain.clear();
      for (const [id, therapist] of contents) certain.set(id, therapist);
      return faults;
    },
  };
}
