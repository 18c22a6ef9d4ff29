import { profileFields } from '../profile-fields.js';
import { isObject } from '../same.js';
import type { FieldRow, Since } from './row.js';

/*
 * A fact that was added to the catalogue later carries `since`: the record version that brought it, and the value that older profiles
 * get. The version of records and the steps between versions follow from it.
 */

type Json = Record<string, unknown>;
/** The part of a catalogue that matters here. */
export type RowsSince = Readonly<Record<string, Pick<FieldRow, 'kind' | 'since' | 'parts'>>>;

/** A fact that was added later: in which field, and in which part of it if that field was there before. */
interface Addition extends Since {
  readonly field: string;
  readonly part?: string;
}

function additionsOf(rows: RowsSince): Addition[] {
  return Object.entries(rows).flatMap(([field, { since, parts = {} }]) => [
    ...(since ? [{ field, ...since }] : []),
    ...Object.entries(parts).flatMap(([part, fact]) => (fact.since ? [{ field, part, ...fact.since }] : [])),
  ]);
}

/** The record versions that brought facts, in ascending order, each once. */
export function versionsOfFacts(rows: RowsSince = profileFields): number[] {
  return [...new Set(additionsOf(rows).map(({ version }) => version))].sort((a, b) => a - b);
}

/**
 * A profile with the facts that it lacks because it is older than they are, up to record version `version` (all of them unless given). What
 * it says already stays. Anything but an object is returned as it is. Pure; may run twice.
 */
export function withAddedFacts(
  profile: unknown,
  rows: RowsSince = profileFields,
  version: number = Number.POSITIVE_INFINITY,
): unknown {
  if (!isObject(profile)) return profile;
  return additionsOf(rows)
    .filter((addition) => addition.version <= version)
    .reduce(withAddition, profile);
}

function withAddition(profile: Json, { field, part, value }: Addition): Json {
  if (part === undefined) return field in profile ? profile : { ...profile, [field]: value };
  const group = profile[field];
  return !isObject(group) || part in group ? profile : { ...profile, [field]: { ...group, [part]: value } };
}

/**
 * A therapist's record with the facts that the record versions up to `version` brought: in its published profile, and in the draft of an
 * edit, so that the edit does not seem to remove them. An application may lack any fact, and so may the frozen copies in a history.
 */
export function withFactsUpTo(version: number, record: Json, rows: RowsSince = profileFields): Json {
  const { published, draft } = record;
  if (!isObject(published)) return record;
  const added = (profile: unknown) => withAddedFacts(profile, rows, version);
  return { ...record, published: added(published), ...(isObject(draft) && { draft: added(draft) }) };
}
