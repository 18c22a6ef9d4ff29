import { z } from 'zod';
import { profileFields } from '../../src/domain/profile-fields.js';
import { type FieldName, fieldOf } from './fields.js';
import { type Cell, type Problem, readCell } from './problem.js';
import type { Cells } from './row-cells.js';

const emailSchema = z.email('This is no e-mail address.').max(120, 'Use at most 120 characters.');
const psypactParts = Object.keys(profileFields.psypact.parts);

/** The facts of a row without its lists, and the email address. Notes in `headings` from which column each path of the draft comes. */
export function readFields({ fields }: Cells, problems: Problem[], headings: Map<string, string>) {
  const said: Record<string, unknown> = {};
  let email: string | null = null;
  const names: Partial<Record<string, unknown>> = {};
  for (const [name, cells] of fields) {
    const value = readField(name, cells, problems);
    if (value === null) continue;
    headings.set(name, cells[0]!.column);
    if (name === 'email') email = value as string;
    else if (name === 'name.first' || name === 'name.last') names[name] = value;
    else put(said, name.split('.'), value);
  }
  const joined = [names['name.first'], names['name.last']].filter((one) => one !== undefined).join(' ');
  if (joined !== '' && said.name === undefined) said.name = joined;
  return { said: withWholes(said, problems, headings), email: checkedEmail(email, fields, problems) };
}

function readField(name: FieldName, cells: readonly Cell[], problems: Problem[]): unknown {
  const { read, split } = fieldOf(name);
  if (split === undefined) return readCell(cells[0], read, problems);
  const items = cells.flatMap(({ column, text }) => split(text).map((one) => ({ column, text: one })));
  const values = items.map((cell) => readCell(cell, read, problems));
  return values.length === 0 ? null : [...new Set(values.filter((value) => value !== null))];
}

function put(into: Record<string, unknown>, [key, ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) into[key!] = value;
  else {
    into[key!] ??= {};
    put(into[key!] as Record<string, unknown>, rest, value);
  }
}

/** PSYPACT needs all of its parts. */
function withWholes(said: Record<string, unknown>, problems: Problem[], headings: Map<string, string>) {
  const psypact = said.psypact as object | undefined;
  if (psypact === undefined || Object.keys(psypact).length === psypactParts.length) return said;
  const column = [...headings].find(([name]) => name.startsWith('psypact.'))?.[1] ?? null;
  problems.push({ column, message: 'Of PSYPACT give the number, the home state and the last valid day.' });
  return { ...said, psypact: undefined };
}

function checkedEmail(email: string | null, fields: Cells['fields'], problems: Problem[]): string | null {
  const cell = fields.get('email')?.[0];
  if (cell === undefined) problems.push({ column: null, message: 'There is no e-mail address in this row.' });
  const issue = email === null ? undefined : emailSchema.safeParse(email).error?.issues[0];
  if (issue !== undefined) problems.push({ column: cell?.column ?? null, message: issue.message });
  return issue === undefined ? email : null;
}
