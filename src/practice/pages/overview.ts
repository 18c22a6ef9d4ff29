import type { Day } from '../../domain/calendar.js';
import type { Report } from '../../domain/report.js';
import type { Therapist } from '../../domain/therapist.js';
import { allowedActions, isOnceListed } from '../../domain/workflow/permission.js';
import { errorSummary, fieldMaker, type Messages, type Typed } from '../../web/fields.js';
import { paths } from '../../web/paths.js';
import { dayLabel } from '../../wording/dates.js';
import { counted } from '../../wording/numbers.js';
import { reportReasonWords } from '../../wording/report-reasons.js';
import { missingIn } from '../missing.js';
import { aboutOf, sectionPath } from '../section-form.js';
import { allSections } from '../sections/all.js';
import { differences } from '../versions.js';
import { factsOf } from './facts.js';
import { questionsShown } from './questions.js';
import { editStanding, standing } from './status-words.js';

export interface OverviewShown {
  therapist: Therapist;
  today: Day;
  formToken: string;
  /** Reports about the listing that are open. */
  reports: readonly Report[];
  /** How many current referral sheets name them. */
  sheets: number;
  /** What was just done. */
  notice: string;
  typed: Typed;
  messages: Messages;
}

/** The status of a therapist, what happens next, and everything that they can do. */
export function overviewPage(shown: OverviewShown) {
  const { therapist, today, formToken, reports, sheets, notice, typed, messages } = shown;
  const may = new Set<string>(allowedActions(therapist, 'therapist'));
  const public_ = isOnceListed(therapist);
  const fields = fieldMaker(typed, messages);
  return {
    name: (therapist.draft ?? therapist.published)?.name ?? 'Your practice',
    notice,
    errors: errorsShown(messages),
    formToken,
    standing: standing(therapist, today),
    act: buttons(may, therapist.draft !== null && public_),
    next: may.has('submit') && !public_ ? nextPage(therapist, today) : null,
    questions: questionsShown(therapist, fields, typed, may.has('edit')),
    reports: reports.map((report) => reportShown(report, fields)),
    changes: changesShown(therapist, today),
    pages: pagesShown(therapist, today),
    facts: public_ ? factsOf(therapist) : [],
    publicPage: therapist.status === 'listed' ? paths.therapist(therapist.slug) : '',
    sheets: public_ ? counted(sheets, 'current referral sheet') : '',
    sheetsName: sheets === 1 ? 'names you' : 'name you',
    paths: {
      preview: paths.practicePage('preview'),
      data: paths.practicePage('data'),
      leave: paths.practicePage('leave'),
      check: paths.practicePage('check'),
      questions: paths.practicePage('questions'),
    },
  };
}

/** A message about a missing license links to its page. */
function errorsShown(messages: Messages) {
  const licenses = `${paths.practicePage('where')}#f-authority`;
  return errorSummary(messages).map(({ href, message }) => ({
    href: href === '#f-authority' ? licenses : href,
    message,
  }));
}

/** The first page of the form with something missing; `null` when nothing is missing. */
function nextPage(therapist: Therapist, today: Day) {
  const [first] = missingIn(therapist, today);
  const next = allSections.find(({ id }) => id === first?.section);
  if (next === undefined) return null;
  const words = therapist.draftRevision === 0 ? 'Begin' : 'Go on';
  return { href: sectionPath(next), label: `${words}: ${next.title}` };
}

/** The buttons that the status allows, with their addresses. */
function buttons(may: ReadonlySet<string>, edits: boolean) {
  const at = (action: string) => (may.has(action) ? paths.practicePage(action) : '');
  return {
    confirm: at('confirm'),
    pause: at('pause'),
    resume: at('resume'),
    takeBack: at('take-back'),
    drop: at('drop'),
    send: may.has('submit') && !edits ? paths.practicePage('check') : '',
    sendEdit: may.has('submit') && edits ? paths.practicePage('check') : '',
    leave: may.has('withdraw'),
    edit: may.has('edit'),
  };
}

/** Changes that are not public yet: the text now, and the new text. */
function changesShown(therapist: Therapist, today: Day) {
  const words = editStanding(therapist, today);
  if (words === null || therapist.published === null) return null;
  const now = aboutOf({ ...therapist, draft: null }, today);
  const next = aboutOf(therapist, today);
  return { words, rows: allSections.flatMap((section) => differences(section, now, next)) };
}

function pagesShown(therapist: Therapist, today: Day) {
  const missing = missingIn(therapist, today);
  return allSections.map((section) => {
    const lacks = missing.filter(({ section: id }) => id === section.id).length;
    const optional = section.id === 'proof' ? proofWords(therapist) : 'Complete';
    return {
      href: sectionPath(section),
      title: section.title,
      state: lacks === 0 ? optional : `${counted(lacks, 'thing')} missing`,
      tone: lacks > 0 ? 'no' : optional === 'Complete' || therapist.evidence.length > 0 ? 'yes' : 'quiet',
    };
  });
}

function proofWords({ evidence }: Therapist): string {
  return evidence.length === 0 ? 'Nothing given yet' : `Given for ${counted(evidence.length, 'claim')}`;
}

/** What was reported, and how often. Only reviewers see the reporters' words, because these can identify them. */
function reportShown(report: Report, fields: ReturnType<typeof fieldMaker>) {
  const told = report.count === 1 ? 'Somebody told us' : `${report.count} people told us`;
  return {
    action: `${paths.practicePage('reports')}/${report.id}`,
    told: `${told} that ${reportReasonWords[report.reason].page}.`,
    due: dayLabel(report.dueOn),
    answered: report.answer ?? '',
    field: fields.area(`answer-${report.id}`, report.answer === null ? 'Your answer' : 'Change your answer', {
      rows: 3,
      maxlength: 2000,
      hint: 'What is right, and what you changed. A reviewer reads it; patients do not.',
    }),
  };
}
