import type { Field } from '../../domain/profile-fields.js';
import { fieldWords } from '../../wording/facts.js';
import { listed } from '../../wording/lists.js';
import { allSections } from '../sections/all.js';

/** What was just done, by the parameter in the address. */
export const notices: ReadonlyMap<string, string> = new Map([
  ['submit', 'Sent. Thank you. You need not do anything now.'],
  ['take-back', 'Taken back. Change what you like, and send it again.'],
  ['drop', 'The changes are dropped. Your page stays as it was.'],
  ['confirm', 'Confirmed. Thank you: patients see today’s date beside your facts.'],
  ['pause', 'Your listing is paused. Patients do not find you any more.'],
  ['resume', 'Your listing is resumed.'],
  ['questions', 'Your answers are saved. They go to the reviewer when you send everything again.'],
  ['report', 'Your answer is with the reviewer.'],
  ...allSections.map(({ id, title }): [string, string] => [id, `Saved: ${title}.`]),
]);

/**
 * Which fields of an edit are public already, and whether others are `unsent`, which is easily overlooked. Nothing is public when
 * patients do not find the therapist (`found`); the edit itself can cause that.
 */
export function editedWords(
  fields: readonly Field[],
  { unsent, found }: { unsent: boolean; found: boolean },
) {
  if (!found) return unsent ? 'Saved. Patients do not find you now: read on below.' : 'Saved.';
  if (fields.length === 0)
    return unsent ? 'Saved, but not public: send your changes to a reviewer below.' : 'Saved.';
  const now = `Saved, and public already: ${listed(fields.map((field) => fieldWords[field].email))}.`;
  return unsent ? `${now} Send the other changes to a reviewer below.` : now;
}
