/** Text of `most` characters at most, cut after a sentence or else a word; three dots, never alone on a line, say that there is more. */
export function inShort(text: string, most: number): string {
  const folded = text.replace(/\s+/g, ' ');
  if (folded.length <= most) return folded;
  const head = folded.slice(0, most - 1).toWellFormed();
  const sentence = head.search(/[.!?][^.!?]*$/);
  if (sentence > most / 2) return `${head.slice(0, sentence + 1)}\u00a0…`;
  return `${head.replace(/\s+\S*$/, '').replace(/[,;:]$/, '')}\u00a0…`;
}
