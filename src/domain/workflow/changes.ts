import type { Draft } from '../draft.js';
import { isObject, same } from '../same.js';
import type { Therapist } from '../therapist.js';
import { changedFields } from './changed-fields.js';

/** One difference, at a path such as `fees.hourly` or `authority`. Lists are compared whole. `undefined` means that nothing was there. */
export interface ChangedField {
  field: string;
  before: unknown;
  after: unknown;
}

/**
 * How the draft differs from what was last decided on: from what the reviewer saw when they asked for changes, or else (and always with
 * `published`) from what is public. Before any decision, everything is new.
 */
export function changesSince(
  therapist: Therapist,
  since: 'decision' | 'published' = 'decision',
): ChangedField[] {
  const { draft, published } = therapist;
  if (draft === null) return [];
  const before = (since === 'decision' ? askedAbout(therapist) : null) ?? published ?? {};
  return changedFields(before, draft).flatMap((field) => differences(field, before[field], draft[field]));
}

/** The profile at the time of the last question, unless something was decided since. */
function askedAbout({ history }: Therapist): Draft | null {
  const last = history.findLast(({ action }) => ['ask', 'list', 'drop', 'decline'].includes(action));
  return last?.action === 'ask' ? (last.frozen?.profile ?? null) : null;
}

function differences(field: string, before: unknown, after: unknown): ChangedField[] {
  if (!isObject(before) || !isObject(after)) return [{ field, before, after }];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((part) => !same(before[part], after[part]))
    .map((part) => ({ field: `${field}.${part}`, before: before[part], after: after[part] }));
}
