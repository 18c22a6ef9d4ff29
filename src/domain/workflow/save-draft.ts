import type { Draft } from '../draft.js';
import type { Evidence, Supervisor } from '../evidence.js';
import type { Profile } from '../profile.js';
import { same } from '../same.js';
import type { Therapist } from '../therapist.js';
import { changedAtWith, changedFields } from './changed-fields.js';
import type { Context } from './command.js';
import { splitEdit } from './edits.js';
import { StaleDraft, Unmet } from './errors.js';
import { withoutOutdated } from './findings-in-review.js';
import { assertAllowed, isOnceListed, stepOf } from './permission.js';
import { suspendWhereNothingIsLeft } from './tick.js';
import { applyTransition, scheduleNextCheck, withoutDraft } from './transition.js';

/** What one page of the form says; only the fields on it. A field that is `undefined` is emptied. */
export interface Save {
  patch?: Partial<Draft>;
  /** All of it. It replaces what was there. */
  evidence?: readonly Evidence[];
  supervisor?: Supervisor | null;
  /** The revision of the draft from which the form was filled. */
  seenDraftRevision: number;
}

type SaveContext = Pick<Context, 'actor' | 'now' | 'newId'>;

/**
 * The record with what the therapist typed. Before the first listing, it goes into the draft. Afterward, what may change at once does (see
 * `splitEdit`), with an event that names the fields, and the rest stays in the draft until it is sent and checked.
 * Saving what is there already changes nothing, however old the form is.
 * @throws StaleDraft when the draft was changed since `seenDraftRevision`. @throws NotAllowed, @throws Unmet
 */
export function saveDraft(therapist: Therapist, save: Save, context: SaveContext): Therapist {
  assertAllowed(therapist, 'edit', context.actor);
  const before: Draft = therapist.draft ?? therapist.published ?? {};
  const after: Draft = { ...before, ...save.patch };
  const saved: Therapist = {
    ...therapist,
    evidence: save.evidence === undefined ? therapist.evidence : [...save.evidence],
    supervisor: save.supervisor === undefined ? therapist.supervisor : save.supervisor,
    draftRevision: therapist.draftRevision + 1,
    updatedAt: context.now.toISOString(),
  };
  const papers = (['evidence', 'supervisor'] as const).filter((part) => !same(saved[part], therapist[part]));
  if (same(before, after) && papers.length === 0) return therapist;
  if (save.seenDraftRevision !== therapist.draftRevision) throw new StaleDraft(therapist);
  const kept = { ...saved, findings: withoutOutdated(therapist, before, after) };
  if (isOnceListed(therapist) && therapist.published !== null)
    return saveEdit(kept, { published: therapist.published, before, after, papers }, context);
  const changedAt = changedAtWith(
    therapist.changedAt,
    changedFields(before, after),
    context.now.toISOString(),
  );
  return scheduleNextCheck({ ...kept, draft: after, changedAt }, context.now);
}

interface Edit {
  published: Profile;
  before: Draft;
  after: Draft;
  /** What only reviewers see, if it changed. */
  papers: readonly string[];
}

function saveEdit(therapist: Therapist, edit: Edit, context: SaveContext): Therapist {
  const { published, before, after } = edit;
  const locked = ['submitted', 'in-review'].includes(String(stepOf(therapist)));
  // While a reviewer has it, the draft is complete and stays as it was sent, except for what needs no review.
  const [late] = locked ? splitEdit(before as Profile, after).waiting : [];
  if (late !== undefined)
    throw new Unmet(late, 'Your last change is being checked: take it back to change more than this.');
  const split = splitEdit(published, after, reviewedCaseload(therapist));
  const findings = therapist.findings.filter(({ subject }) => !split.unsupported.includes(subject));
  const sent = therapist.draftStatus !== null && therapist.draftStatus !== 'editing';
  // On hold, the therapist asked for a review of the whole profile, so it stays even if no change waits.
  const stays = split.waiting.length > 0 || (sent && therapist.status === 'suspended');
  const changes: Partial<Therapist> = {
    published: split.published,
    findings,
    changedAt: changedAtWith(therapist.changedAt, split.atOnce, context.now.toISOString()),
    ...(stays ? { draft: after, draftStatus: therapist.draftStatus ?? 'editing' } : withoutDraft(findings)),
  };
  const fields = [...split.atOnce, ...edit.papers];
  const given = { ...therapist, ...changes };
  const edited =
    fields.length > 0
      ? applyTransition(given, { changes: {}, event: { action: 'edit', fields } }, context)
      : given;
  // An edit that was sent ends when none of it is left.
  const dropped =
    sent && !stays ? applyTransition(edited, { changes: {}, event: { action: 'drop' } }, context) : edited;
  return suspendWhereNothingIsLeft(scheduleNextCheck(dropped, context.now), context);
}

/** The number of patients that a reviewer last saw. */
function reviewedCaseload({ history, published }: Therapist): number | undefined {
  const last = history.findLast(({ action }) => action === 'list');
  return last?.frozen?.profile.caseload?.patients ?? published?.caseload.patients;
}
