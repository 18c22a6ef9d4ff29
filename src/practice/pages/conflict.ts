import type { Day } from '../../domain/calendar.js';
import type { Therapist } from '../../domain/therapist.js';
import type { Save } from '../../domain/workflow/save-draft.js';
import { aboutOf, sectionPath } from '../section-form.js';
import type { About, Section } from '../sections/section.js';
import { differences } from '../versions.js';

interface Conflicting {
  section: Section;
  /** The record as it is now. */
  now: Therapist;
  /** What was typed, and what it would save. */
  form: URLSearchParams;
  save: Save;
  formToken: string;
  today: Day;
}

/** What is saved now, beside what was typed on an older page, with a button to save that instead. */
export function conflictPage({ section, now, form, save, formToken, today }: Conflicting) {
  const there = aboutOf(now, today);
  const { written } = there;
  const typed: About = {
    today,
    written: {
      profile: { ...written.profile, ...save.patch },
      evidence: save.evidence ?? written.evidence,
      supervisor: save.supervisor === undefined ? written.supervisor : save.supervisor,
    },
  };
  return {
    view: 'practice/conflict',
    title: 'Saved in another window meanwhile',
    model: {
      rows: differences(section, there, typed),
      action: sectionPath(section),
      formToken,
      draftRevision: now.draftRevision,
      typed: [...form].map(([name, value]) => ({ name, value })),
    },
  };
}
