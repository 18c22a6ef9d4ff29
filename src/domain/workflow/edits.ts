import type { Draft } from '../draft.js';
import type { Profile } from '../profile.js';
import type { EditContext } from '../profile-fields/row.js';
import { type Field, fieldNames, fieldSchemas, rowOf } from '../profile-fields.js';
import { changedFields } from './changed-fields.js';
import { authorityGone } from './subjects.js';

/** An edit of something public, split into what is public at once and what waits. */
export interface Split {
  /** The profile that is public from now on. It is valid, and promises nothing new except in fields that may change at once. */
  published: Profile;
  /** Fields in which the edit says more than that. They wait for a reviewer. */
  waiting: Field[];
  /** Fields that changed in public. */
  atOnce: Field[];
  /** Subjects of public findings that no longer hold. */
  unsupported: string[];
}

/** A caseload may grow by a fifth without a review: both of what is public and of what a reviewer saw, so that small steps don't add up. */
const GROWTH = 1.2;

/**
 * Splits an edit into what is public at once and what waits for a reviewer, by the catalogue's rule for each field. A part of `next` that
 * is missing or invalid waits.
 * @param reviewedPatients the number of patients that a reviewer last saw
 */
export function splitEdit(published: Profile, next: Draft, reviewedPatients?: number): Split {
  const after = { ...published, ...validParts(next) };
  const { patients } = published.caseload;
  const context = { mostPatients: GROWTH * Math.min(patients, reviewedPatients ?? patients) };
  const outcomes = fieldNames.map((field) => [field, outcome(field, published, after, context)]);
  const result = mended(published, Object.fromEntries(outcomes) as Profile);
  const atOnce = changedFields(published, result);
  const unchecked = atOnce.filter((field) => rowOf(field).narrowedIsUnchecked);
  return {
    published: result,
    waiting: changedFields(result, next),
    atOnce,
    unsupported: [...authorityGone(published, after), ...unchecked.map((field) => rowOf(field).check!)],
  };
}

function outcome(field: Field, before: Profile, after: Profile, context: EditContext): unknown {
  const { edit } = rowOf(field);
  if (edit === 'at once') return after[field];
  return edit === 'after review' ? before[field] : edit(before[field], after[field], context);
}

function validParts(next: Draft): Partial<Profile> {
  const valid = fieldNames.filter((field) => fieldSchemas[field].safeParse(next[field]).success);
  return Object.fromEntries(valid.map((field) => [field, next[field]]));
}

/**
 * Narrowing may leave an invalid profile: without any place, or with no kind of presence at a session. Then the old value stays until the
 * new one is checked. The last license stays too, but without its finding (`unsupported`), which hides the listing.
 */
function mended(before: Profile, result: Profile): Profile {
  const placeless = result.offices.length === 0 && !result.telehealth;
  const inSession = result.scope === 'in-session';
  return {
    ...result,
    authority: result.authority.length > 0 ? result.authority : before.authority,
    offices: placeless ? before.offices : result.offices,
    telehealth: placeless && before.offices.length === 0 ? before.telehealth : result.telehealth,
    presence: inSession && result.presence.length === 0 ? before.presence : result.presence,
    role: inSession && result.role === null ? before.role : result.role,
  };
}
