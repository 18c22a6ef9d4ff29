import type { Day } from '../../domain/calendar.js';
import type { Draft } from '../../domain/draft.js';
import type { Evidence, Supervisor } from '../../domain/evidence.js';
import type { Therapist } from '../../domain/therapist.js';
import type { Save } from '../../domain/workflow/save-draft.js';
import type { Messages } from '../../web/fields.js';
import type { Datalist, Fields, Group } from '../form/groups.js';
import type { ListShape } from '../form/rows.js';

/** What a therapist wrote so far: their profile, and what reviewers alone see. */
export interface Written {
  profile: Draft;
  evidence: readonly Evidence[];
  supervisor: Supervisor | null;
}

/** What a form is filled from and held against. */
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
  /** The names of its fields, the rows of lists apart. */
  names(about: About): readonly string[];
  lists: readonly ListShape[];
  /** What is written, as the form's fields; `read` of it gives the same back. */
  fill(about: About): readonly Pair[];
  /** What a tidied form says, or what is to be mended in it. */
  read(form: URLSearchParams, about: About): Reading;
  groups(fields: Fields, about: About): readonly Group[];
  /** Names that the browser offers while somebody types. */
  datalists(about: About): readonly Datalist[];
}

export function writtenBy({ draft, published, evidence, supervisor }: Therapist): Written {
  return { profile: draft ?? published ?? {}, evidence, supervisor };
}

/** The fields of these parts of a profile, named by their paths; what is not there yet has none. */
export function pairsOf(parts: Readonly<Record<string, unknown>>, shown: Shows = {}): Pair[] {
  return Object.entries(parts).flatMap(([name, value]) => pairs(name, value, shown));
}

/** How the values under a name (without row numbers) are written in the form, where it is not as they are. */
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
