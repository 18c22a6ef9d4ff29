/** A list of a form whose rows can be added and removed. */
export interface ListShape {
  name: string;
  fields: readonly string[];
  /** The values of a new row. A row with no other values is blank, and dropped. */
  preset: Readonly<Record<string, string>>;
  /** The most rows. */
  most: number;
}

/** What a button inside a form does: `add.authority`, `remove.authority.2`. */
export interface RowAct {
  kind: 'add' | 'remove';
  list: string;
  row: number;
}

/** The row that a button adds or removes; `null` when the form is to be saved. */
export function rowActOf(form: URLSearchParams, lists: readonly ListShape[]): RowAct | null {
  const [kind, list = '', row = '0'] = (form.get('_do') ?? '').split('.');
  if ((kind !== 'add' && kind !== 'remove') || !lists.some(({ name }) => name === list)) return null;
  return { kind, list, row: /^\d{1,3}$/.test(row) ? Number(row) : -1 };
}

/**
 * The form with its known fields only: rows numbered from 0, blank rows dropped. Messages use these numbers.
 */
export function tidied(
  form: URLSearchParams,
  names: readonly string[],
  lists: readonly ListShape[],
  act: RowAct | null = null,
): URLSearchParams {
  const known = new Set(names);
  const pairs = [...form].filter(([name]) => known.has(name));
  for (const list of lists) {
    const found = rowsOf(form, list);
    const removed = act?.list === list.name && act.kind === 'remove' ? act.row : null;
    // A blank row stays while rows are added and removed.
    const kept = [...found].filter(
      ([number, row]) => number !== removed && (act !== null || !isBlank(row, list)),
    );
    const added = act?.list === list.name && act.kind === 'add' && kept.length < list.most;
    // One row too many is enough for the message. Thousands would block the server while it renders them.
    const all = kept.slice(0, list.most + 1).map(([, row]) => row);
    if (added) all.push(list.fields.map((field) => [field, list.preset[field] ?? '']));
    all.forEach((row, number) => {
      for (const [field, value] of row) pairs.push([`${list.name}.${number}.${field}`, value]);
    });
  }
  return new URLSearchParams(pairs);
}

/** The form with one blank row in each empty list. */
export function withFirstRows(form: URLSearchParams, lists: readonly ListShape[]): URLSearchParams {
  const begun = new URLSearchParams(form);
  for (const list of lists.filter(({ name }) => rowCount(form, name) === 0))
    for (const field of list.fields) begun.append(`${list.name}.0.${field}`, list.preset[field] ?? '');
  return begun;
}

/** How many rows of the list a tidied form has. */
export function rowCount(form: URLSearchParams, list: string): number {
  const numbers = [...form.keys()].map((name) => rowNumber(name, list)).filter((number) => number !== null);
  return numbers.length === 0 ? 0 : Math.max(...numbers) + 1;
}

type Row = [field: string, value: string][];

/** Rows by their numbers, in order. */
function rowsOf(form: URLSearchParams, { name: list, fields }: ListShape): Map<number, Row> {
  const found = new Map<number, Row>();
  for (const [name, value] of form) {
    const number = rowNumber(name, list);
    const field = name.slice(`${list}.${number}.`.length);
    if (number === null || !fields.includes(field)) continue;
    const row = found.get(number) ?? [];
    row.push([field, value]);
    found.set(number, row);
  }
  return new Map([...found].sort(([a], [b]) => a - b));
}

function rowNumber(name: string, list: string): number | null {
  const [first, number = ''] = name.split('.', 2);
  return first === list && /^(0|[1-9]\d{0,2})$/.test(number) ? Number(number) : null;
}

function isBlank(row: Row, { preset }: ListShape): boolean {
  return row.every(([field, value]) => value.trim() === '' || value === preset[field]);
}
