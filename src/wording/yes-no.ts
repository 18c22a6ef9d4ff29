import { factValue } from '../domain/fact-values.js';
import type { Profile } from '../domain/profile.js';
import { factPaths, facts, type PathOfKind } from '../domain/profile-fields.js';
import { factWords } from './facts.js';
import { inSentence } from './lists.js';

export type YesNoPath = PathOfKind<'yes-no'>;

export const isYesNo = (path: (typeof factPaths)[number]): path is YesNoPath =>
  facts.get(path)!.kind === 'yes-no';

/** Every fact that is true or not, in the order of the catalogue. */
export const yesNoPaths = factPaths.filter(isYesNo);

/** Whether a profile says yes. */
export const saysYes = (profile: Profile, path: YesNoPath): boolean => factValue(profile, path) === true;

/** The answer in a word or two, beside its label: "Offered". */
export function yesNoInShort(profile: Profile, path: YesNoPath): string {
  const { yes, no } = factWords[path].patient;
  return saysYes(profile, path) ? yes : no;
}

/** The answer beside its label, as a sentence where it has one. No period at the end. */
export function yesNoWords(profile: Profile, path: YesNoPath): string {
  return sentenceOf(profile, path) ?? yesNoInShort(profile, path);
}

/** The answer without a label beside it: "Offers an integration meeting within 72 hours of a dose". No period at the end. */
export function yesNoSentence(profile: Profile, path: YesNoPath): string {
  const { label } = factWords[path].patient;
  return sentenceOf(profile, path) ?? `${label}: ${inSentence(yesNoInShort(profile, path))}`;
}

function sentenceOf(profile: Profile, path: YesNoPath): string | undefined {
  const { yesSentence, noSentence } = factWords[path].patient;
  return saysYes(profile, path) ? yesSentence : noSentence;
}
