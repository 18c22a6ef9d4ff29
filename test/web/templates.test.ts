import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

const MOST_CHARACTERS = 140;
const BLOCKS =
  'address|article|aside|blockquote|body|caption|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|html|' +
  'legend|li|main|meta|nav|ol|option|p|pre|section|summary|table|tbody|td|tfoot|th|thead|title|tr|ul';
const blockOpened = new RegExp(`<(?:${BLOCKS})(?=[\\s>{])`, 'g');

/** Each rule with whether a line breaks it, given the line before that is not empty. */
const rules: Record<string, (line: string, before: string) => boolean> = {
  [`has lines of at most ${MOST_CHARACTERS} characters`]: (line) => line.length > MOST_CHARACTERS,
  'opens at most one block element in a line': (line) => (line.match(blockOpened) ?? []).length > 1,
  'has no tab and no white space at the end of a line': (line) => /\t|\s$/.test(line),
  'is indented by steps of two blanks, one step at a time': (line, before) =>
    line !== '' && (indentation(line) % 2 !== 0 || indentation(line) > indentation(before) + 2),
};

const indentation = (line: string): number => line.length - line.trimStart().length;

/** The lines of a template that break a rule, with their numbers. */
function offenses(source: string, rule: (line: string, before: string) => boolean): string[] {
  let before = '';
  const found: string[] = [];
  for (const [index, line] of source.split('\n').entries()) {
    if (rule(line, before)) found.push(`${index + 1}: ${line}`);
    if (line !== '') before = line;
  }
  return found;
}

describe('each template', () => {
  const files = readdirSync('views', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.hbs'),
  );

  it('is read', () => {
    expect(files.length).to.be.greaterThan(50);
  });

  for (const [title, rule] of Object.entries(rules))
    it(title, () => {
      const found = files.flatMap((name) =>
        offenses(readFileSync(join('views', name), 'utf8'), rule).map((line) => `${name}:${line}`),
      );
      expect(found).to.deep.equal([]);
    });

  it('ends with one line break', () => {
    expect(files.filter((name) => !/[^\n]\n$/.test(readFileSync(join('views', name), 'utf8')))).to.deep.equal(
      [],
    );
  });
});

describe('the rules for templates', () => {
  const offends = (title: string, source: string): number => offenses(source, rules[title]!).length;

  for (const [title, source] of [
    ['has lines of at most 140 characters', 'x'.repeat(141)],
    ['opens at most one block element in a line', '<ul><li>one</li></ul>'],
    ['has no tab and no white space at the end of a line', '<p>one</p> '],
    ['has no tab and no white space at the end of a line', '\t<p>one</p>'],
    ['is indented by steps of two blanks, one step at a time', '<ul>\n <li>'],
    ['is indented by steps of two blanks, one step at a time', '<ul>\n\n    <li>'],
  ] as const)
    it(`catch ${JSON.stringify(source.slice(0, 30))}, which breaks "${title}"`, () => {
      expect(offends(title, source)).to.equal(1);
    });
});
