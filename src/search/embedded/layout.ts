import { modes } from '../../domain/authority.js';
import { dosePlaces, presences, scopes } from '../../domain/questions.js';
import { focusIds } from '../../domain/reference/focuses.js';
import { languageIds } from '../../domain/reference/languages.js';
import { programIds } from '../../domain/reference/programs.js';
import type { IndexEntry } from '../entry.js';
import { numberSteps } from '../search-index.js';

/** The groups of choices that concern a listing as a whole; the others hold within one state. */
export const flatGroups = [
  'scope',
  'presence',
  'place',
  'program',
  'focus',
  'language',
  'accepting',
  'own_therapist',
  'integration72h',
  'max_fee',
  'min_caseload',
  'confirmed',
] as const;
export type FlatGroup = (typeof flatGroups)[number];

/** Where the bits of a group lie: bit `shift` of word `word` is its first choice. */
export interface Bits {
  word: number;
  shift: number;
  choices: readonly (string | number)[];
}

const choices: Readonly<Record<FlatGroup | 'anywhere', readonly (string | number)[]>> = {
  scope: scopes,
  presence: presences,
  place: dosePlaces,
  program: programIds,
  focus: focusIds,
  language: languageIds,
  accepting: ['1'],
  own_therapist: ['1'],
  integration72h: ['1'],
  max_fee: numberSteps.max_fee,
  min_caseload: numberSteps.min_caseload,
  confirmed: numberSteps.confirmed,
  /** Not a filter: whether they treat in this mode in any state. */
  anywhere: modes,
};

const WORD = 32;

/** The bits of each group, none across two words. */
export const layout: Readonly<Record<FlatGroup | 'anywhere', Bits>> = place();

/** How many words of 32 bits a listing takes. */
export const WORDS = 1 + Math.max(...Object.values(layout).map((bits) => bits.word));

function place(): Record<FlatGroup | 'anywhere', Bits> {
  const used: number[] = [];
  const found: Record<string, Bits> = {};
  for (const [group, list] of Object.entries(choices)) {
    if (list.length > WORD) throw new RangeError(`${group} has more than ${WORD} choices`);
    let word = used.findIndex((bits) => bits + list.length <= WORD);
    if (word < 0) word = used.push(0) - 1;
    found[group] = { word, shift: used[word]!, choices: list };
    used[word]! += list.length;
  }
  return found as Record<FlatGroup | 'anywhere', Bits>;
}

/** The bits of the chosen among the choices of a group, in place. */
export function maskOf(group: FlatGroup | 'anywhere', chosen: (choice: string | number) => boolean): number {
  const { shift, choices: list } = layout[group];
  return list.reduce<number>((mask, choice, at) => (chosen(choice) ? mask | (1 << (shift + at)) : mask), 0);
}

/** Every word of an entry but the bits of `confirmed`, which change with the day. */
export function packWords(entry: IndexEntry): number[] {
  const fee = entry.hourlyFee ?? Number.POSITIVE_INFINITY;
  const is: Record<Exclude<FlatGroup, 'confirmed'> | 'anywhere', (choice: never) => boolean> = {
    scope: (choice) => choice === entry.scope,
    presence: (choice) => entry.presence.includes(choice),
    place: (choice) => entry.place.includes(choice),
    program: (choice) => entry.program.includes(choice),
    focus: (choice) => entry.focus.includes(choice),
    language: (choice) => entry.language.includes(choice),
    accepting: () => entry.accepting,
    own_therapist: () => entry.ownTherapist,
    integration72h: () => entry.integration72h,
    max_fee: (choice) => fee <= choice,
    min_caseload: (choice) => entry.caseload >= choice,
    anywhere: (choice) => entry.permissions.some((may) => may.mode === choice),
  };
  const packed = new Array<number>(WORDS).fill(0);
  for (const [group, chosen] of Object.entries(is))
    packed[layout[group as FlatGroup].word]! |= maskOf(
      group as FlatGroup,
      chosen as (choice: string | number) => boolean,
    );
  return packed;
}

/** The bits of `confirmed` on a day, for a listing confirmed `age` days before. */
export function confirmedBits(age: number): number {
  return maskOf('confirmed', (days) => age <= (days as number));
}
