import { modes } from '../../domain/authority.js';
import { facets, flagFacetNames, listFacetNames, numberFacetNames } from '../../domain/facets.js';
import type { IndexEntry } from '../entry.js';
import { eachOf, type FlatGroup } from '../flat-groups.js';
import { numberSteps } from '../search-index.js';

/** `anywhere` is not a filter: whether they treat in a mode in any state. */
type BitGroup = FlatGroup | 'anywhere';

/** Where the bits of a group are: bit `shift` of word `word` is its first choice. */
export interface Bits {
  word: number;
  shift: number;
  choices: readonly (string | number)[];
}

/** The one choice of a flag. */
export const FLAG_CHOICE = '1';

const choices: Readonly<Record<BitGroup, readonly (string | number)[]>> = {
  ...eachOf(listFacetNames, (name) => facets[name].ids),
  ...eachOf(flagFacetNames, () => [FLAG_CHOICE]),
  ...eachOf(numberFacetNames, (name) => numberSteps[name]),
  confirmed: numberSteps.confirmed,
  anywhere: modes,
};

const WORD = 32;

/** The bits of each group, none across two words. */
export const layout: Readonly<Record<BitGroup, Bits>> = place();

/** How many words of 32 bits a listing takes. */
export const WORDS = 1 + Math.max(...Object.values(layout).map((bits) => bits.word));

function place(): Record<BitGroup, Bits> {
  const used: number[] = [];
  return eachOf(Object.keys(choices) as BitGroup[], (group) => {
    const list = choices[group];
    if (list.length > WORD) throw new RangeError(`${group} has more than ${WORD} choices`);
    let word = used.findIndex((bits) => bits + list.length <= WORD);
    if (word < 0) word = used.push(0) - 1;
    const shift = used[word]!;
    used[word] = shift + list.length;
    return { word, shift, choices: list };
  });
}

/** The bits of the chosen among the choices of a group, in place. */
export function maskOf(group: BitGroup, chosen: (choice: string | number) => boolean): number {
  const { shift, choices: list } = layout[group];
  return list.reduce<number>((mask, choice, at) => (chosen(choice) ? mask | (1 << (shift + at)) : mask), 0);
}

type ChoiceBits = ReadonlyMap<string, number>;

const bitsByChoice = (group: BitGroup): ChoiceBits =>
  new Map(layout[group].choices.map((choice, at) => [String(choice), 1 << (layout[group].shift + at)]));

// Made once: a rebuild packs 100,000 entries.
const listBits = listFacetNames.map((name) => ({
  name,
  word: layout[name].word,
  bits: bitsByChoice(name),
}));
const flagBits = flagFacetNames.map((name) => ({
  name,
  word: layout[name].word,
  bit: 1 << layout[name].shift,
}));
const modeBits = bitsByChoice('anywhere');

/** Every word of an entry but the bits of `confirmed`, which change with the day. */
export function packWords({ facets: has, permissions }: IndexEntry): number[] {
  const packed = new Array<number>(WORDS).fill(0);
  for (const { name, word, bits } of listBits)
    for (const value of has[name]) packed[word]! |= bits.get(value) ?? 0;
  for (const { name, word, bit } of flagBits) if (has[name]) packed[word]! |= bit;
  for (const name of numberFacetNames) packed[layout[name].word]! |= stepBits(name, has[name]);
  for (const { mode } of permissions) packed[layout.anywhere.word]! |= modeBits.get(mode) ?? 0;
  return packed;
}

function stepBits(name: (typeof numberFacetNames)[number], value: number | null): number {
  if (value === null) return 0;
  const upTo = facets[name].kind === 'at most';
  return maskOf(name, (step) => (upTo ? value <= (step as number) : value >= (step as number)));
}

/** The bits of `confirmed` on a day, for a listing confirmed `age` days before. */
export function confirmedBits(age: number): number {
  return maskOf('confirmed', (days) => age <= (days as number));
}
