import type { Range } from '../domain/fees.js';
import type { Profile } from '../domain/profile.js';
import { factWords } from './facts.js';
import { listed } from './lists.js';
import { dollars } from './numbers.js';
import { saysYes, yesNoPaths, yesNoSentence } from './yes-no.js';

const yesNoFees = yesNoPaths.filter((path) => path.startsWith('fees.'));
const offered = (profile: Profile) => yesNoFees.filter((path) => saysYes(profile, path));

/** "$220 an hour · $700 a session package · sliding scale". */
export function feesInShort({ fees }: Profile): string {
  const parts = [
    fees.hourly === null ? '' : `${dollars(fees.hourly)} an hour`,
    fees.packagePerSession === null ? '' : `${dollars(fees.packagePerSession)} a session package`,
    fees.slidingScale ? factWords['fees.slidingScale'].patient.label : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'Not given: ask' : parts.join(' · ');
}

/** What makes it easier to pay, each as a sentence. */
export const feesAlso = (profile: Profile): string[] =>
  offered(profile).map((path) => yesNoSentence(profile, path));

/** The same in a few words: "sliding scale and superbill"; empty where there is nothing. */
export const feesAlsoInShort = (profile: Profile): string =>
  listed(offered(profile).map((path) => factWords[path].patient.label));

/** "$220", or that it was not given. */
export const feeWords = (amount: number | null): string => (amount === null ? 'Not given' : dollars(amount));

/** "$900 to $2,400"; empty where it cannot be worked out. */
export const rangeWords = (range: Range | null): string =>
  range === null ? '' : `${dollars(range.from)} to ${dollars(range.to)}`;
