import { quoted, type Read } from './read.js';

const yes = new Set('yes y true t 1 x ✓ ✔ ☑ on si sí checked oui'.split(' '));
const no = new Set('no n false f 0 - – off none never unchecked ✗ ✘ ☐'.split(' '));

/** Yes or no, as people mark it in spreadsheets. */
export function readYesNo(text: string): Read<boolean> {
  const word = text.toLowerCase().replace(/[.!]$/, '');
  if (yes.has(word) || yes.has(word.split(/[\s,;:(]/)[0]!)) return { value: true };
  if (no.has(word) || no.has(word.split(/[\s,;:(]/)[0]!)) return { value: false };
  return { problem: `${quoted(text)} is neither yes nor no: write yes or no.` };
}
