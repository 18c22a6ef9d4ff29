import type { Draft } from '../domain/draft.js';
import type { FactKind } from '../domain/profile-fields/row.js';
import { type FactPath, type Field, facts, fieldNames, pathsOf } from '../domain/profile-fields.js';
import { dayLabel } from '../wording/dates.js';
import { factWords, fieldWords } from '../wording/facts.js';
import { type ChoicePath, choiceLabels } from '../wording/labels.js';
import { dollars } from '../wording/numbers.js';
import { rowWords } from '../wording/rows.js';

export interface FactRow {
  field: string;
  label: string;
  /** Empty when nothing was given. */
  lines: readonly string[];
}

/** The value of a fact as lines of text. */
type Lines = (value: never, path: FactPath) => readonly string[];

const text = (value: string) => value.split(/\n+/);
const choice = (id: string, path: FactPath): string => {
  const labels: Readonly<Record<string, string>> = choiceLabels(path as ChoicePath, 'reviewers');
  return labels[id] ?? id;
};

/** How a reviewer reads each kind of fact. */
const linesOfKind: Readonly<Record<FactKind, Lines>> = {
  line: text,
  paragraphs: text,
  contact: text,
  'yes-no': (value: boolean) => [value ? 'Yes' : 'No'],
  choice: (id: string, path) => [choice(id, path)],
  choices: (ids: readonly string[], path) => ids.map((id) => choice(id, path)),
  whole: (count: number) => [String(count)],
  dollars: (amount: number) => [dollars(amount)],
  day: (day: string) => [dayLabel(day)],
  rows: (rows: readonly unknown[], path) =>
    rows.map(rowWords[path as keyof typeof rowWords] as (row: unknown) => string),
};

function rowOf(path: FactPath, value: unknown): FactRow {
  const lines = linesOfKind[facts.get(path)!.kind];
  return {
    field: path,
    label: factWords[path].label,
    lines: value === undefined || value === null ? [] : lines(value as never, path),
  };
}

/** The fact at `path` of a profile, or every fact of the group that it names. */
export function factRows(path: string, value: unknown): FactRow[] {
  if (isFact(path)) return [rowOf(path, value)];
  const group = (value ?? {}) as Record<string, unknown>;
  return pathsOf(path as Field).map((part) => rowOf(part, group[part.slice(path.length + 1)]));
}

const isFact = (path: string): path is FactPath => facts.has(path as FactPath);

/** Everything that a profile says, for reading. */
export const allFacts = (profile: Draft): FactRow[] =>
  fieldNames.flatMap((field) => factRows(field, profile[field]));

/** The label of a field or of the fact at a path; `null` when there is neither. */
export function factLabel(path: string): string | null {
  const words: { label: string } | undefined = factWords[path as FactPath] ?? fieldWords[path as Field];
  return words?.label ?? null;
}
