import { type Basis, bases, type Mode, modes } from '../../domain/authority.js';
import { type LineId, lineIds } from '../../domain/reference/lines.js';
import { type PayerId, payerIds } from '../../domain/reference/payers.js';
import { type StateCode, stateCodes } from '../../domain/reference/states.js';

const numbers = <T extends string>(ids: readonly T[]): ReadonlyMap<T, number> =>
  new Map(ids.map((id, number) => [id, number]));

export const allBases: readonly Basis[] = [...bases, 'psypact'];

export const stateNumbers = numbers<StateCode>(stateCodes);
export const payerNumbers = numbers<PayerId>(payerIds);
export const lineNumbers = numbers<LineId>(lineIds);
export const modeNumbers = numbers<Mode>(modes);
export const IN_PERSON = modeNumbers.get('in-person')!;
export const TELEHEALTH = modeNumbers.get('telehealth')!;
export const basisNumbers = numbers<Basis>(allBases);

/** In place of the number of a state, payer or line: any of them. */
export const ANY = -1;

/** Strings that are kept once and named by a number. They are never removed: license types and ZIP codes are few. */
export interface Names {
  number(name: string): number;
  name(number: number): string;
  size(): number;
}

export function createNames(): Names {
  const known = new Map<string, number>();
  const list: string[] = [];
  return {
    number(name) {
      const found = known.get(name);
      if (found !== undefined) return found;
      known.set(name, list.length);
      list.push(name);
      return list.length - 1;
    },
    name: (number) => list[number]!,
    size: () => list.length,
  };
}
