import type { Therapist } from '../../domain/therapist.js';
import { changesSince } from '../../domain/workflow/changes.js';
import { isOnceListed } from '../../domain/workflow/permission.js';
import { factRows } from '../facts.js';
import { caseOf } from '../subject.js';

/** What the draft says otherwise than what was last decided on, side by side; empty for what was never decided on. */
export function changesShown(therapist: Therapist) {
  const wasDecided = isOnceListed(therapist) || therapist.history.some(({ action }) => action === 'ask');
  if (!wasDecided || !caseOf(therapist).ofDraft) return [];
  return changesSince(therapist).flatMap(({ field, before, after }) => {
    const then = new Map(factRows(field, before).map((row) => [row.field, row.lines]));
    return factRows(field, after)
      .map((row) => ({ ...row, before: then.get(row.field) ?? [] }))
      .filter((row) => row.before.join('\n') !== row.lines.join('\n'))
      .map(({ label, before: old, lines }) => ({
        label,
        before: old.map((words) => ({ words, gone: !lines.includes(words) })),
        after: lines.map((words) => ({ words, fresh: !old.includes(words) })),
      }));
  });
}
