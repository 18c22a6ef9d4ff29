import type { Columns } from './columns.js';
import { type FieldName, fieldNames } from './fields.js';
import { type GroupName, groupNames } from './groups.js';
import type { ImportMap } from './map.js';
import type { Cell } from './problem.js';

/** The heading of texts that come from `always`, not from a column. */
const FROM_MAP = 'always, in the map';

/** The cells of a row, by where they go. Empty cells are left out. */
export interface Cells {
  fields: Map<FieldName, Cell[]>;
  groups: Map<GroupName, Map<number, Map<string, Cell>>>;
}

export function cellsOf(row: readonly string[], { read }: Columns, { always }: ImportMap): Cells {
  const cells: Cells = { fields: new Map(), groups: new Map() };
  for (const { index, heading, target } of read) {
    const text = (row[index] ?? '').trim();
    if (text === '') continue;
    const cell = { column: heading, text };
    if ('field' in target) {
      cells.fields.set(target.field, [...(cells.fields.get(target.field) ?? []), cell]);
      continue;
    }
    const items = cells.groups.get(target.group) ?? new Map<number, Map<string, Cell>>();
    cells.groups.set(target.group, items);
    items.set(target.item, (items.get(target.item) ?? new Map<string, Cell>()).set(target.part, cell));
  }
  for (const [name, text] of always) addAlways(cells, name, { column: FROM_MAP, text });
  return cells;
}

/** Fills in what the map says for all rows where the row is empty. It adds parts to items, and never a new item. */
function addAlways({ fields, groups }: Cells, name: string, cell: Cell): void {
  const field = fieldNames.find((one) => one === name);
  if (field !== undefined && !fields.has(field)) fields.set(field, [cell]);
  const group = groupNames.find((one) => name.startsWith(`${one}.`));
  if (group === undefined) return;
  const part = name.slice(group.length + 1);
  for (const item of groups.get(group)?.values() ?? []) if (!item.has(part)) item.set(part, cell);
}
