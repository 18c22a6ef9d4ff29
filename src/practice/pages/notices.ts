import type { Field } from '../../domain/profile-fields.js';
import { fieldWords } from '../../wording/facts.js';
import { listed } from '../../wording/lists.js';
import { allSections } from '../sections/all.js';

/** What was just done, by the word in the address. */
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
 * What of an edit is public already, and whether some of it is `unsent`: that is easily taken for done. Of somebody whom patients do not
 * find, nothing is public; an edit may have done just that.
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
