import type { Draft } from '../draft.js';
import { among } from '../narrowing.js';
import type { Profile } from '../profile.js';
import type { Field } from '../profile-fields.js';
import { same } from '../same.js';
import { changedAtWith } from './changed-fields.js';
import { type Split, splitEdit } from './edits.js';
import { Unmet } from './errors.js';
import { withoutOutdated } from './findings-in-review.js';
import type { Steps } from './steps.js';
import { publicFrozen, withoutDraft } from './transition.js';

/** A report was right: a reviewer removes from the listing what is wrong. */
export const correct: Steps<'correct'>['correct'] = (therapist, { patch, words }, { now }) => {
  const { published, draft } = therapist;
  if (published === null) throw new Unmet('', 'There is nothing public to correct.');
  const split = splitEdit(published, { ...published, ...patch });
  const [late] = split.waiting;
  if (late !== undefined) throw new Unmet(late, 'This cannot be changed at once: ask the therapist for it.');
  if (split.atOnce.length === 0) throw new Unmet('', 'Nothing would change.');
  const corrected = draft && withCorrection(draft, published, split);
  const findings = (
    draft && corrected ? withoutOutdated(therapist, draft, corrected) : therapist.findings
  ).filter(({ subject }) => !split.unsupported.includes(subject));
  return {
    changes: {
      published: split.published,
      ...(same(corrected, split.published) ? withoutDraft(findings) : { draft: corrected, findings }),
      draftRevision: therapist.draftRevision + 1,
      changedAt: changedAtWith(therapist.changedAt, split.atOnce, now.toISOString()),
    },
    event: { action: 'correct', words, fields: split.atOnce, frozen: publicFrozen(therapist) },
    emails: [{ kind: 'corrected', facts: { fields: split.atOnce.join(' '), words } }],
  };
};

/** The edit that is being written, without what the correction removed. What the edit adds stays. */
function withCorrection(draft: Draft, published: Profile, split: Split): Draft {
  const part = (field: Field): unknown => {
    const [written, before, after] = [draft[field], published[field], split.published[field]];
    if (same(written, before) || !Array.isArray(written)) return after;
    const kept = after as readonly unknown[];
    const removed = (before as readonly unknown[]).filter((item) => !among(item, kept));
    return written.filter((item) => !among(item, removed));
  };
  return { ...draft, ...Object.fromEntries(split.atOnce.map((field) => [field, part(field)])) };
}
