import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { currentField } from '../../src/domain/old-names.js';
import { namesOf, nearestTo, plainWords } from '../../src/search/named.js';
import { FileRefused } from '../support/command.js';
import { type FieldName, fieldNames, fieldOf } from './fields.js';
import { type GroupName, groupNames, partsOf } from './groups.js';

/** Where the text of a column goes: to a field, or to a part of the nth item of a group. */
export type Target = { field: FieldName } | { group: GroupName /** From 1. */; item: number; part: string };

export interface ImportMap {
  /** By heading, in the order of the file. */
  columns: ReadonlyMap<string, Target>;
  /** The text for empty cells, by the name of a field, or of a group's part for all its items (`coverage.line`). */
  always: ReadonlyMap<string, string>;
  delimiter: string | null;
}

const mapSchema = z.strictObject({
  columns: z.record(z.string(), z.string()),
  always: z.record(z.string(), z.string().trim().min(1)).default({}),
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
});

const known: readonly string[] = [
  ...fieldNames,
  ...groupNames.flatMap((group) => Object.keys(partsOf(group)).map((part) => `${group}.${part}`)),
];
const knownNames = namesOf(known.map((name) => [name, [name]] as const));

/** Reads a map. @throws FileRefused with everything that is wrong with it, one line each */
export async function readMap(file: string): Promise<ImportMap> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new FileRefused(`The map ${file} cannot be read (${error.code}): name a file that is there.`);
  });
  return parseMap(text, file);
}

/** {@link readMap} of a text. @throws FileRefused */
export function parseMap(text: string, file: string): ImportMap {
  const parsed = mapSchema.safeParse(json(text, file));
  if (!parsed.success)
    throw refused(
      file,
      parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the whole'}: ${message}`),
    );
  const { columns, delimiter = null } = parsed.data;
  const always = Object.fromEntries(
    Object.entries(parsed.data.always).map(([name, text]) => [currentField(name), text]),
  );
  const wrong: string[] = [];
  const targets = new Map<string, Target>();
  for (const [heading, written] of Object.entries(columns)) {
    const name = currentField(written);
    const target = targetOf(name);
    if (target === null) wrong.push(`“${heading}”: ${unknown(name)}`);
    else targets.set(heading, target);
  }
  for (const name of Object.keys(always)) if (!known.includes(name)) wrong.push(`always: ${unknown(name)}`);
  if ('email' in always) wrong.push('always: the e-mail address is everybody’s own.');
  wrong.push(...twice(targets));
  if (![...targets.values()].some((target) => 'field' in target && target.field === 'email'))
    wrong.push('No column is read into “email”: that one must be there.');
  if (wrong.length > 0) throw refused(file, wrong);
  return { columns: targets, always: new Map(Object.entries(always)), delimiter };
}

function json(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw refused(file, [`It is not JSON: ${(error as Error).message}`]);
  }
}

/** `authority.2.number`, or `authority.number` for the first. */
function targetOf(name: string): Target | null {
  const found = /^([a-z]+)(?:\.([1-9]\d?))?\.([a-zA-Z]+)$/.exec(name);
  const group = groupNames.find((one) => one === found?.[1]);
  if (group !== undefined && found && Object.hasOwn(partsOf(group), found[3]!))
    return { group, item: Number(found[2] ?? 1), part: found[3]! };
  const field = fieldNames.find((one) => one === name);
  return field === undefined ? null : { field };
}

function unknown(name: string): string {
  const [near] = nearestTo(name, knownNames);
  return `there is no field “${name}”.${near === undefined ? ' --help lists all of them.' : ` Is it “${near}”?`}`;
}

/** The problems of two columns for a field that has one value. */
function* twice(targets: ReadonlyMap<string, Target>): Generator<string> {
  const first = new Map<string, string>();
  for (const [heading, target] of targets) {
    if ('field' in target && fieldOf(target.field).split !== undefined) continue;
    const key = 'field' in target ? target.field : `${target.group}.${target.item}.${target.part}`;
    const before = first.get(key);
    if (before !== undefined)
      yield `“${heading}” and “${before}” are both read into “${key}”: take one of them.`;
    first.set(key, heading);
  }
}

function refused(file: string, wrong: readonly string[]): FileRefused {
  return new FileRefused([`The map ${file} cannot be used:`, ...wrong.map((one) => `  ${one}`)].join('\n'));
}

/** A heading as it is compared: without case, accents, blanks and signs, unless it has only signs (`#`). */
export const headingKey = (heading: string): string => plainWords(heading) || heading.trim();
