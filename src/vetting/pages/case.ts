import { toDay } from '../../domain/calendar.js';
import type { Report } from '../../domain/report.js';
import type { Therapist } from '../../domain/therapist.js';
import { allowedActions, isEmail } from '../../domain/workflow/permission.js';
import { errorSummary, type Messages } from '../../web/fields.js';
import { paths } from '../../web/paths.js';
import type { Person } from '../../web/visit.js';
import { addresses } from '../addresses.js';
import { decisions } from '../decisions.js';
import type { Duplicate, Left } from '../duplicates.js';
import { factLabel } from '../facts.js';
import type { PanelTyped } from '../findings-form.js';
import { againstListing } from '../listable.js';
import { caseOf } from '../subject.js';
import { claimedByOther, decidingShown, questionShown, reportShown, subtitleOf } from './case-parts.js';
import { changesShown } from './changes.js';
import { duplicatesShown, leftShown } from './duplicates.js';
import { evidenceShown } from './evidence.js';
import { noticeOf } from './notices.js';
import { panelsShown } from './panels.js';
import { restOfFacts } from './rest-of-facts.js';
import { standingRows, supervisorRows } from './standing.js';
import { kindWords, nameOf, statusWords } from './words.js';

export interface CaseShown {
  therapist: Therapist;
  person: Person;
  now: Date;
  twoReviewers: boolean;
  hasRegistry: boolean;
  duplicates: { others: Duplicate[]; left: Left[] };
  /** What was reported of the listing, the newest first. */
  reports: readonly Report[];
  done: string;
  /** What was typed into the panels, where the form came back. */
  typed: readonly PanelTyped[] | null;
  messages: Messages;
  /** Subjects that another person changed meanwhile. */
  contested: readonly string[];
  /** One sentence on top: why nothing was saved. */
  refusal: string;
}

/** Everything about one therapist that a reviewer needs to decide. */
export function casePage(shown: CaseShown) {
  const { therapist, person, now, twoReviewers, messages } = shown;
  const { email, formToken } = person;
  const today = toDay(now);
  const theCase = caseOf(therapist);
  const may = allowedActions(therapist, 'reviewer', email);
  const editable = may.includes('recheck');
  // Nothing is kept of a therapist who left that could be reviewed.
  const gone = therapist.status === 'withdrawn';
  const panels = gone ? [] : panelsShown(theCase, { ...shown, today, editable });
  const inPanel = new Set(panels.map(({ subject }) => subject));
  const against = may.includes('list')
    ? againstListing(therapist, { now, twoReviewers, actor: { role: 'reviewer', email } })
    : [];
  return {
    name: nameOf(therapist),
    subtitle: subtitleOf(theCase.profile),
    kind: kindWords(therapist),
    notice: noticeOf(shown.done, null),
    refusal: shown.refusal,
    errors: errorsShown(messages, panels),
    status: statusWords(therapist),
    gone,
    own: isEmail(therapist.email, email),
    standing: standingRows(therapist, email, today),
    formToken,
    claim: may.includes('claim') ? addresses.claim(therapist.id) : '',
    release: may.includes('release') ? addresses.release(therapist.id) : '',
    claimedByOther: claimedByOther(therapist, email),
    deciding: decisions
      .filter((decision) => may.includes(decision))
      .map((decision) => decidingShown(decision, therapist, against.length > 0)),
    correct: may.includes('correct') ? addresses.correct(therapist.id) : '',
    against: against.map(({ field, message }) => ({ message, href: anchorOf(field, panels) })),
    editable,
    findings: addresses.findings(therapist.id),
    draftRevision: String(therapist.draftRevision),
    panels,
    person: panels.filter(({ group }) => group === 'person'),
    answers: panels.filter(({ group }) => group === 'answers'),
    changes: changesShown(therapist),
    questions: therapist.questions.map(questionShown),
    facts: restOfFacts(theCase),
    evidence: evidenceShown(therapist.evidence.filter(({ subject }) => !inPanel.has(subject))),
    supervisor: supervisorRows(therapist),
    npi: npiShown(shown, theCase.profile.npi ?? ''),
    duplicates: duplicatesShown(therapist, shown.duplicates.others),
    left: leftShown(shown.duplicates.left),
    reports: shown.reports.map(reportShown),
    history: addresses.history(therapist.id),
    publicPage: therapist.status === 'listed' ? paths.therapist(therapist.slug) : '',
    queue: paths.review,
  };
}

/** The summary names the panel: the same is missing in many. */
function errorsShown(messages: Messages, panels: readonly { index: number; title: string }[]) {
  const names = [...messages.keys()];
  return errorSummary(messages).map(({ href, message }, at) => {
    const panel = panels.find(({ index }) => names[at]?.startsWith(`finding.${index}.`));
    return { href, message: panel === undefined ? message : `${panel.title}: ${message}` };
  });
}

function anchorOf(field: string, panels: readonly { subject: string; anchor: string }[]): string {
  const panel = panels.find(({ subject }) => subject === field || subject.startsWith(`${field}:`));
  return panel === undefined ? '' : `#${panel.anchor}`;
}

function npiShown({ therapist, hasRegistry }: CaseShown, npi: string) {
  if (npi === '') return null;
  return {
    npi,
    label: factLabel('npi') ?? '',
    look: hasRegistry ? addresses.npi(therapist.id) : '',
    registry: `https://npiregistry.cms.hhs.gov/provider-view/${npi}`,
  };
}
