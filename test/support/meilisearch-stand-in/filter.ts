import { Refusal } from './refusal.js';

type Document = Readonly<Record<string, unknown>>;
type Test = (document: Document) => boolean;

const SHAPE = /^(\w+) (IN|=|<=|>=) (.+)$/s;

/** Reads the few shapes of filter that our own code sends; all of a list must hold. */
export function filterTest(filter: readonly string[], filterable: readonly string[]): Test {
  const tests = filter.map((clause) => clauseTest(clause, filterable));
  return (document) => tests.every((test) => test(document));
}

function clauseTest(clause: string, filterable: readonly string[]): Test {
  const [, attribute = '', operator, operand = ''] = SHAPE.exec(clause) ?? [];
  if (!filterable.includes(attribute))
    throw new Refusal(400, 'invalid_search_filter', `Attribute \`${attribute}\` is not filterable.`);
  const wanted = operator === 'IN' ? listOf(operand) : [valueIn(operand)];
  const has = (document: Document) => [document[attribute] ?? []].flat();
  if (operator === '<=')
    return (document) => has(document).some((value) => Number(value) <= Number(wanted[0]));
  if (operator === '>=')
    return (document) => has(document).some((value) => Number(value) >= Number(wanted[0]));
  const known = new Set(wanted);
  return (document) => has(document).some((value) => known.has(folded(value)));
}

/** The server compares trimmed, decomposed and in lower case. */
function folded(value: unknown): string {
  return String(value).trim().normalize('NFKD').toLowerCase();
}

function listOf(text: string): string[] {
  const items = text.slice(1, -1).match(/"(?:\\.|[^"\\])*"/gs) ?? [];
  if (text !== `[${items.join(', ')}]`)
    throw new Refusal(400, 'invalid_search_filter', `This is no list: ${text}`);
  return items.map(valueIn);
}

function valueIn(text: string): string {
  if (/^-?\d+$/.test(text)) return text;
  if (!/^"(?:\\.|[^"\\])*"$/s.test(text))
    throw new Refusal(400, 'invalid_search_filter', `This is no value: ${text}`);
  return folded(text.slice(1, -1).replace(/\\(.)/gs, '$1'));
}
