/** Text in one line of `most` characters at most, cut after a word; three dots say that there is more. */
export function inOneLine(text: string, most: number): string {
  const folded = text.replace(/\s+/g, ' ').trim();
  if (folded.length <= most) return folded;
  const head = folded.slice(0, most - 2).toWellFormed();
  const atWord = head.includes(' ') ? head.slice(0, head.lastIndexOf(' ')) : head;
  return `${atWord.replace(/[\s,;:.]+$/, '')} …`;
}
