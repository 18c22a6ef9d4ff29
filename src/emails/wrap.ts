/** Mail programs show this much of a line without breaking it: RFC 5322 asks for at most 78. */
const WIDTH = 74;

/** Broken at blanks into lines of at most {@link WIDTH} signs, each after `before`. A longer word, such as a link, has a line of its own. */
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

/** Whoever typed without a blank does not stretch the letter; a link stays whole, or it would lead nowhere. */
function cut(word: string, width: number): string[] {
  if (word.length <= width || /^https?:\/\//.test(word)) return [word];
  return word.match(new RegExp(`.{1,${width}}`, 'gsu')) ?? [word];
}
