/**
 * Text in one line of `most` characters at most. What is too long ends after its last whole sentence, or else a word, and three dots
 * say that there is more.
 */
export function inOneLine(text: string, most: number): string {
  const folded = text.replace(/\s+/g, ' ').trim();
  if (folded.length <= most) return folded;
  const head = folded.slice(0, most - 2).toWellFormed();
  const sentences = /^.*[.!?](?= )/.exec(head)?.[0] ?? '';
  if (sentences.length > most / 3) return `${sentences} …`;
  const words = head.includes(' ') ? head.slice(0, head.lastIndexOf(' ')) : head;
  return `${words.replace(/[\s,;:]+$/, '')} …`;
}
