import type { HistoryEvent } from '../../domain/history.js';
import type { Therapist } from '../../domain/therapist.js';
import { reasonWords } from '../../wording/reasons.js';
import { addresses } from '../addresses.js';
import { allFacts, factLabel } from '../facts.js';
import { subjectTitle } from '../subject.js';
import { evidenceShown } from './evidence.js';
import { foundShown } from './panels.js';
import { actionLabels, momentLabel, nameOf, statusWords } from './words.js';

const roleLabels = {
  therapist: 'The therapist',
  reviewer: 'A reviewer',
  clock: 'The clock',
  operator: 'The operator',
};

/** Everything that happened to a therapist's record, oldest first. */
export function historyPage(therapist: Therapist) {
  return {
    name: nameOf(therapist),
    status: statusWords(therapist),
    back: addresses.one(therapist.id),
    events: therapist.history.map((event, index) => eventShown(event, index)),
  };
}

function eventShown(event: HistoryEvent, index: number) {
  const { id, at, by, action, reason, words, fields, asked, frozen } = event;
  return {
    id: `e-${index}`,
    key: id,
    at,
    when: momentLabel(at),
    who: by.email ?? roleLabels[by.role],
    what: actionLabels[action],
    reason: reason === null ? '' : reasonWords[reason].reviewer,
    words: words === null ? [] : words.split(/\n+/),
    fields: fields.map((field) => factLabel(field) ?? subjectTitle(field)).join(', '),
    asked: asked.map(({ field, question, answer }) => ({
      field: factLabel(field) ?? subjectTitle(field),
      question: question.split(/\n+/),
      answer: answer === null ? [] : answer.split(/\n+/),
    })),
    frozen: frozen && {
      facts: allFacts(frozen.profile)
        .filter(({ lines }) => lines.length > 0)
        .map(({ label, lines }) => ({ label, lines })),
      findings: frozen.findings.map((finding) => ({
        title: subjectTitle(finding.subject),
        ...foundShown(finding)!,
      })),
      evidence: evidenceShown(frozen.evidence),
      supervisor:
        frozen.supervisor === null
          ? ''
          : `${frozen.supervisor.name}, ${frozen.supervisor.license} (${frozen.supervisor.state}), ${frozen.supervisor.contact}`,
    },
  };
}
