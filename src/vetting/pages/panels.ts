import type { Day } from '../../domain/calendar.js';
import { type Finding, findingAbout, findingResults } from '../../domain/findings.js';
import { questionIds } from '../../domain/questions.js';
import { type Choice, fieldMaker, type Messages } from '../../web/fields.js';
import { checkWords } from '../../wording/checks.js';
import { dayLabel } from '../../wording/dates.js';
import { findingLabels } from '../../wording/labels.js';
import { channels } from '../channels.js';
import { fingerprint, MOST_SEEN, type PanelTyped, panelFrom } from '../findings-form.js';
import { type Case, type Subject, subjectsIn } from '../subject.js';
import { evidenceShown } from './evidence.js';

interface Options {
  today: Day;
  editable: boolean;
  typed: readonly PanelTyped[] | null;
  messages: Messages;
  contested: readonly string[];
}

const results: readonly Choice[] = findingResults.map((result) => [result, findingLabels[result]]);

/** A panel for each claim: the claim, its proof, the finding, and the form for the finding. */
export function panelsShown(theCase: Case, options: Options) {
  return subjectsIn(theCase.profile).map((subject, index) => panelShown(subject, index, theCase, options));
}

function panelShown(subject: Subject, index: number, { therapist, findings }: Case, options: Options) {
  const { today, editable, typed, messages, contested } = options;
  const finding = findingAbout(findings, subject.subject);
  const sent = typed?.find((one) => one.subject === subject.subject);
  // After another reviewer saved a different finding, saving again replaces it.
  const isContested = contested.includes(subject.subject);
  const panel = sent
    ? { ...sent, was: isContested ? fingerprint(finding) : sent.was }
    : panelFrom(subject.subject, findings, today);
  const anchor = `p-${index}`;
  return {
    ...subject,
    anchor,
    group: (questionIds as readonly string[]).includes(subject.check) ? 'answers' : 'person',
    identity: subject.check === 'identity',
    lookUp: subject.lookUp,
    claims: subject.claims.map(({ label, lines }) => ({ label, lines, given: lines.length > 0 })),
    evidence: evidenceShown(therapist.evidence.filter((one) => one.subject === subject.subject)),
    found: foundShown(finding),
    state: finding === null ? 'Not looked at' : findingLabels[finding.result],
    verified: finding?.result === 'verified',
    contested: isContested,
    editable,
    index,
    was: panel.was,
    ...fieldsOf(subject, index, panel, messages, `${anchor}-seen`),
    suggestions: checkWords[subject.check].suggestions,
    list: `${anchor}-seen`,
  };
}

function fieldsOf(subject: Subject, index: number, panel: PanelTyped, messages: Messages, list: string) {
  const at = `finding.${index}`;
  const values: Record<string, string> = {
    [`${at}.result`]: panel.result,
    [`${at}.seen`]: panel.seen,
    [`${at}.on`]: panel.on,
    [`${at}.channel`]: panel.channel,
  };
  const make = fieldMaker((name) => (name in values ? [values[name]!] : []), messages);
  const isIdentity = subject.check === 'identity';
  return {
    result: make.radios(`${at}.result`, 'Finding', results),
    seen: make.text(`${at}.seen`, 'What was seen; patients may read it', { maxlength: MOST_SEEN, list }),
    on: make.text(`${at}.on`, 'Looked at on', { type: 'date' }),
    channel: isIdentity
      ? make.select(`${at}.channel`, 'Independent channel', channels, { none: 'Choose the channel' })
      : null,
  };
}

/** The filed finding in a line. */
export function foundShown(finding: Finding | null) {
  if (finding === null) return null;
  return {
    label: findingLabels[finding.result],
    verified: finding.result === 'verified',
    seen: finding.seen ?? '',
    detail: `${finding.by}, ${dayLabel(finding.on)}`,
  };
}
