import { type Draft, draftSchema } from '../../src/domain/draft.js';
import type { DisciplineId } from '../../src/domain/reference/disciplines.js';
import type { StateCode } from '../../src/domain/reference/states.js';
import type { Columns } from './columns.js';
import { itemsOf } from './group-items.js';
import { type GroupName, groupNames, partsOf } from './groups.js';
import { type Known, makers } from './make-items.js';
import type { ImportMap } from './map.js';
import type { Problem } from './problem.js';
import { readFields } from './read-fields.js';
import { type Cells, cellsOf } from './row-cells.js';

/** A person as a row describes them, or everything that is wrong with it. */
export type RowRead = { email: string; draft: Draft } | { problems: Problem[] };

/** Reads one row. One problem refuses the whole row. */
export function readRow(row: readonly string[], columns: Columns, map: ImportMap): RowRead {
  const problems: Problem[] = [];
  /** The heading that each path of the draft comes from. */
  const headings = new Map<string, string>();
  const cells = cellsOf(row, columns, map);
  const { said, email } = readFields(cells, problems, headings);
  const listed = readGroups(cells, said, problems, headings);
  const parsed = draftSchema.safeParse({ ...said, ...listed });
  for (const issue of parsed.success ? [] : parsed.error.issues)
    problems.push({ column: headingBehind(issue.path, headings), message: issue.message });
  if (parsed.success && problems.length === 0 && email !== null) return { email, draft: parsed.data };
  return { problems: onceEach(problems) };
}

/** The lists of the row. Licenses and offices come first, because insurance may follow from their states. */
function readGroups(
  { groups }: Cells,
  said: Record<string, unknown>,
  problems: Problem[],
  headings: Map<string, string>,
) {
  const made: Partial<Record<GroupName, object[]>> = {};
  for (const group of groupNames) {
    const before = { ...made };
    for (const cells of [...(groups.get(group) ?? [])].sort(([a], [b]) => a - b).map(([, item]) => item))
      for (const item of itemsOf(group, cells, problems)) {
        const value = makers[group](item, knownOf(said, before), problems);
        if (value === null) continue;
        made[group] = [...(made[group] ?? []), value];
        const path = `${group}.${made[group].length - 1}`;
        const first = Object.values(item)[0]?.column;
        if (first !== undefined) headings.set(path, first);
        for (const part of Object.keys(partsOf(group)))
          if (item[part] !== undefined) headings.set(`${path}.${part}`, item[part].column);
      }
  }
  return made;
}

function knownOf({ discipline }: Record<string, unknown>, made: Partial<Record<GroupName, object[]>>): Known {
  const places = [...(made.authority ?? []), ...(made.offices ?? [])] as { state: StateCode }[];
  return {
    discipline: (discipline as DisciplineId | undefined) ?? null,
    states: [...new Set(places.map(({ state }) => state))],
  };
}

function headingBehind(path: readonly PropertyKey[], headings: ReadonlyMap<string, string>): string | null {
  for (let length = path.length; length > 0; length--) {
    const found = headings.get(path.slice(0, length).join('.'));
    if (found !== undefined) return found;
  }
  return null;
}

/** Removes repeated problems: the items of one cell may all have the same one. */
function onceEach(problems: readonly Problem[]): Problem[] {
  return problems.filter(
    ({ column, message }, index) =>
      problems.findIndex((other) => other.column === column && other.message === message) === index,
  );
}
