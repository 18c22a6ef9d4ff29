import type { Day } from '../../domain/calendar.js';
import type { Draft } from '../../domain/draft.js';
import type { Evidence, Supervisor } from '../../domain/evidence.js';
import type { Therapist } from '../../domain/therapist.js';
import type { Save } from '../../domain/workflow/save-draft.js';
import type { Messages } from '../../web/fields.js';
import type { Datalist, Fields, Group } from '../form/groups.js';
import type { ListShape } from '../form/rows.js';

/** What a therapist has written: the profile, and what only reviewers see. */
export interface Written {
  profile: Draft;
  evidence: readonly Evidence[];
  supervisor: Supervisor | null;
}

/** What a form is filled from and checked against. */
export interface About {
  written: Written;
  today: Day;
}

export type Pair = readonly [name: string, value: string];

export type Reading = { save: Omit<Save, 'seenDraftRevision'> } | { messages: Messages };

/** One page of the form. */
export interface Section {
  id: string;
  title: string;
  lead: string;
  /** The names of its fields, without those in rows of lists. */
  names(about: About): readonly string[];
  lists: readonly ListShape[];
  /** The record as fields of the form; `read` gives the same back. */
  fill(about: About): readonly Pair[];
  /** What a tidied form says, or its messages. */
  read(form: URLSearchParams, about: About): Reading;
  groups(fields: Fields, about: About): readonly Group[];
  /** Names that the browser suggests. */
  datalists(about: About): readonly Datalist[];
}

export function writtenBy({ draft, published, evidence, supervisor }: Therapist): Written {
  return { profile: draft ?? published ?? {}, evidence, supervisor };
}

/** The fields of these parts of a profile, named by their paths. Missing values have no field. */
export function pairsOf(parts: Readonly<Record<string, unknown>>, shown: Shows = {}): Pair[] {
  return Object.entries(parts).flatMap(([name, value]) => pairs(name, value, shown));
}

/** How values are written in the form when they need a format, by name without row numbers. */
export type Shows = Readonly<Record<string, (value: never) => string>>;

function pairs(name: string, value: unknown, shown: Shows): Pair[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value))
    return value.flatMap((one, at) =>
      typeof one === 'object' ? pairs(`${name}.${at}`, one, shown) : [[name, String(one)] as const],
    );
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([part, inner]) => pairs(`${name}.${part}`, inner, shown));
  const show = shown[name.replace(/\.\d+\./, '.')] as ((value: unknown) => string) | undefined;
  return [[name, show === undefined ? String(value) : show(value)]];
}
