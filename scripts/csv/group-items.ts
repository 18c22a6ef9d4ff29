import { type GroupName, partsOf } from './groups.js';
import type { Cell, Problem } from './problem.js';

/** The cells of one item, by part. */
export type Item = Readonly<Partial<Record<string, Cell>>>;

/**
 * The items in the columns of one group. Lists are combined item by item, and a single value goes with all of them (“NJ; NY” beside two
 * numbers and one title). When the lengths do not match, that is a problem, and no item is returned.
 */
export function itemsOf(group: GroupName, cells: ReadonlyMap<string, Cell>, problems: Problem[]): Item[] {
  const lists = [...cells].map(([part, { column, text }]) => ({
    part,
    column,
    texts: partsOf(group)[part]!.split(text),
  }));
  const longest = lists.reduce((a, b) => (b.texts.length > a.texts.length ? b : a));
  const count = longest.texts.length;
  const odd = lists.filter(({ texts }) => texts.length > 1 && texts.length !== count);
  for (const { column, texts } of odd)
    problems.push({
      column,
      message: `There are ${texts.length} things here and ${count} in “${longest.column}”: give as many, or one for all.`,
    });
  if (odd.length > 0) return [];
  return Array.from({ length: count }, (_, index) =>
    Object.fromEntries(
      lists
        .filter(({ texts }) => texts.length > 0)
        .map(({ part, column, texts }) => [part, { column, text: texts[texts.length === 1 ? 0 : index]! }]),
    ),
  );
}
