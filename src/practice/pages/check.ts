import type { Day } from '../../domain/calendar.js';
import { dueIfSent, reviewDue, reviewTimeInWords } from '../../domain/review-due.js';
import type { Therapist } from '../../domain/therapist.js';
import { allowedActions, isOnceListed } from '../../domain/workflow/permission.js';
import { errorSummary, fieldMaker, type Messages } from '../../web/fields.js';
import { paths } from '../../web/paths.js';
import { dayLabel } from '../../wording/dates.js';
import { missingIn } from '../missing.js';
import { aboutOf, sectionPath } from '../section-form.js';
import { allSections } from '../sections/all.js';
import { differences } from '../versions.js';
import { stages } from './section-page.js';

interface CheckShown {
  therapist: Therapist;
  today: Day;
  formToken: string;
  messages: Messages;
  /** Whether the statement is ticked. */
  stated: boolean;
}

/** What is still missing, with links; or the statement and the button that sends. */
export function checkPage({ therapist, today, formToken, messages, stated }: CheckShown) {
  const edit = isOnceListed(therapist);
  const missing = missingIn(therapist, today);
  const may = allowedActions(therapist, 'therapist').includes('submit');
  const fields = fieldMaker((name) => (name === 'statement' && stated ? ['1'] : []), messages);
  const rows = edit ? changesOf(therapist, today) : [];
  const [proof] = allSections.slice(-1);
  return {
    stages: stages('check'),
    edit,
    again: edit && rows.length === 0,
    errors: errorSummary(messages),
    missing,
    ready: may && missing.length === 0,
    elsewhere: may ? '' : elsewhere(therapist),
    unanswered: therapist.questions.filter(({ answer }) => answer === null).length,
    rows,
    proofless: therapist.evidence.length === 0 ? sectionPath(proof!) : '',
    action: paths.practicePage('check'),
    formToken,
    draftRevision: therapist.draftRevision,
    statement: fields.tick(
      'statement',
      'What I wrote is true; I hold what I named; nothing is open against my license that I did not write here.',
    ),
    due: dayLabel(dueIfSent(therapist, today)),
    time: reviewTimeInWords(therapist),
    preview: paths.practicePage('preview'),
    overview: paths.practice,
  };
}

function changesOf(therapist: Therapist, today: Day) {
  const now = aboutOf({ ...therapist, draft: null }, today);
  return allSections.flatMap((section) => differences(section, now, aboutOf(therapist, today)));
}

/** Why there is nothing to send. */
function elsewhere(therapist: Therapist): string {
  const due = reviewDue(therapist);
  if (due !== null) return `It is sent already: you hear from us by ${dayLabel(due)}.`;
  return isOnceListed(therapist)
    ? 'Nothing waits to be sent. What you change on the pages of the form and needs a look comes here.'
    : 'As things stand there is nothing to send.';
}
