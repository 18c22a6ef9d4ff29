/** "a, b and c". */
export function listed(words: readonly string[], joiner = 'and'): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${joiner} ${words.at(-1)}`;
}

/** The first letter made small, for a label inside a sentence; abbreviations stay. */
export function inSentence(label: string): string {
  return /^[A-Z][a-z ]/.test(label) ? label[0]!.toLowerCase() + label.slice(1) : label;
}

/** "In the room, on video or by phone": several labels as one; only the first keeps its capital. */
export const listedLabels = (labels: readonly string[], joiner = 'or'): string =>
  listed(
    labels.map((label, at) => (at === 0 ? label : inSentence(label))),
    joiner,
  );

/** The first letter made large. */
export const capitalized = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
