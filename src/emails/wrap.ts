/** The most characters of a line. RFC 5322 recommends at most 78; fewer leave room for quoting. */
const WIDTH = 74;

/** Breaks a text at blanks into lines of at most {@link WIDTH} characters, each after `before`. A link has a line of its own if it is longer. */
export function wrap(paragraph: string, before = ''): string {
  return paragraph
    .split('\n')
    .flatMap((line) => wrapLine(line, WIDTH - before.length))
    .map((line) => (before + line).trimEnd())
    .join('\n');
}

function wrapLine(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(/\s+/).flatMap((one) => cut(one, width))) {
    if (current !== '' && current.length + 1 + word.length > width) {
      lines.push(current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, current];
}

/** Cuts words that are too long, so that text without blanks does not widen the email. A link stays whole, or it would not work. */
function cut(word: string, width: number): string[] {
  if (word.length <= width || /^https?:\/\//.test(word)) return [word];
  return word.match(new RegExp(`.{1,${width}}`, 'gsu')) ?? [word];
}
