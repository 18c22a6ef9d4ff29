import type { Profile } from './profile.js';
import { type TextField, textFields } from './profile-fields/facet.js';
import { type FactPath, facts } from './profile-fields.js';

/** The value of one fact of a profile; `null` for a part of a group that was not given. */
export function factValue(profile: Profile, path: FactPath): unknown {
  const [field = '', part] = path.split('.');
  const value = profile[field as keyof Profile];
  return part === undefined ? value : ((value as Record<string, unknown> | null)?.[part] ?? null);
}

const searched = [...facts].flatMap(([path, { text }]) => (text === undefined ? [] : [{ ...text, path }]));

/** What of a profile is found by words, as one text for each place. */
export function searchedTexts(profile: Profile): Record<TextField, string> {
  const textIn = (field: TextField) =>
    searched
      .filter((one) => one.in === field)
      .flatMap(({ path, words }) => words(factValue(profile, path)))
      .join(' · ');
  return Object.fromEntries(textFields.map((field) => [field, textIn(field)])) as Record<TextField, string>;
}
