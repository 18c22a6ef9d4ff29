import type { CheerioAPI } from 'cheerio';
import { folded } from './clean.js';

type Document = ReturnType<CheerioAPI['root']>[number];
type AnyNode = Document['children'][number];
type Element = Extract<AnyNode, { attribs: object }>;

/** Elements within a line: a blank beside them is one that people see. */
const INLINE = new Set(
  'a abbr b bdi cite code data del dfn em i ins kbd label mark q s small span strong sub sup time u var'.split(
    ' ',
  ),
);
/** Elements that stand in a line like a word. */
const WORDS = new Set('button img input meter output progress select svg textarea'.split(' '));
/** Elements whose text is kept as it is. */
const RAW = new Set(['pre', 'script', 'style', 'textarea']);
/** Longer ones are codes to be scanned, which hold a secret. */
const LONGEST_DRAWING = 400;

/**
 * A page, one node to a line. Blanks and line breaks of the template make no difference, save where they stand between words of one
 * line: there the later one begins with `␣`.
 */
export function plainHtml(page: CheerioAPI): string {
  const lines: string[] = [];
  let begun = false;
  let blank = false;

  /** Begins another line of the page. */
  function breakLine(): void {
    begun = false;
    blank = false;
  }

  function word(): string {
    const mark = begun && blank ? '␣' : '';
    begun = true;
    blank = false;
    return mark;
  }

  function text(data: string, pad: string): void {
    const said = folded(data);
    if (said.startsWith(' ')) blank = true;
    if (said.trim() === '') return;
    lines.push(`${pad}${word()}“${said.replace(/^ | $/g, '')}”`);
    blank = said.endsWith(' ');
  }

  function element(node: Element, depth: number): void {
    const pad = ' '.repeat(depth);
    const isWord = WORDS.has(node.name);
    const isBlock = !isWord && !INLINE.has(node.name);
    if (isBlock) breakLine();
    const mark = isWord ? word() : '';
    lines.push(`${pad}${mark}<${node.name}${attributes(node)}>`);
    if (RAW.has(node.name)) lines.push(...rawLines(node, `${pad} `));
    else if (isWord) within(node, depth);
    else walk(node.children, depth + 1);
    if (isBlock) breakLine();
  }

  /** The content of a button or a list of choices is separate. */
  function within(node: Element, depth: number): void {
    breakLine();
    walk(node.children, depth + 1);
    begun = true;
    blank = false;
  }

  function walk(nodes: readonly AnyNode[], depth: number): void {
    for (const node of nodes) {
      if (node.type === 'text') text(node.data, ' '.repeat(depth));
      else if ('name' in node && 'attribs' in node) element(node, depth);
    }
  }

  walk(page.root()[0]!.children, 0);
  return lines.join('\n');
}

function attributes({ attribs }: Element): string {
  const isToken = attribs.name === '_token';
  return Object.keys(attribs)
    .sort()
    .map((name) => {
      const value = folded(attribs[name]!).trim();
      if (name === 'd' && value.length > LONGEST_DRAWING) return ' d="DRAWING"';
      return isToken && name === 'value' ? ' value="TOKEN"' : ` ${name}="${value}"`;
    })
    .join('');
}

function rawLines({ name, children }: Element, pad: string): string[] {
  const raw = children.map((child) => ('data' in child ? child.data : '')).join('');
  const lines = raw.split('\n').map((line) => (name === 'textarea' ? line : line.trim()));
  return lines.filter((line) => line !== '').map((line) => `${pad}| ${line}`);
}
