/** Stands for characters that the fonts lack. */
export const LACKING = '[…]';

const RIGHT_TO_LEFT =
  /([\p{Script=Hebrew}\p{Script=Arabic}]\p{M}*) (?=[\p{Script=Hebrew}\p{Script=Arabic}])/gu;
/** What shapes its neighbors and is itself not drawn. */
const UNSEEN = /\u200c|\u200d|[\ufe00-\ufe0f]/u;

/**
 * The text as the fonts can print it. What they lack is replaced by a sign that says so: a box would say nothing, and to leave it out
 * would make one name into another. Words written from right to left are held together, as words are else set from left to right.
 */
export function printable(text: string, has: (codePoint: number) => boolean): string {
  let out = '';
  let lacking = false;
  for (const character of text.normalize('NFC')) {
    const known = UNSEEN.test(character) || has(character.codePointAt(0)!);
    if (known) out += character;
    else if (!lacking) out += LACKING;
    lacking = !known;
  }
  return out.replace(RIGHT_TO_LEFT, '$1\u00a0');
}
