import type { ReasonCode } from '../domain/history.js';
import type { Subject } from './subject.js';

/** What a reviewer can decide in words that the therapist reads. */
export const decisions = ['list', 'ask', 'decline', 'drop', 'suspend', 'restore'] as const;
export type Decision = (typeof decisions)[number];

export const reasonLabels: Readonly<Record<ReasonCode, string>> = {
  'identity-not-shown': 'Identity not shown',
  'no-verified-authority': 'No authority that could be verified',
  'discipline-or-board-action': 'Action of a board',
  'training-not-shown': 'Training not shown',
  'claims-misleading': 'Claims that mislead',
  'no-answer': 'No answer to our questions',
  'report-confirmed': 'A report proved right',
  'address-refused': 'Mail to their address is refused',
  'own-wish': 'Their own wish',
  other: 'Another reason',
};

/** Which reasons there can be for what. */
export const reasonsFor: Readonly<Record<Decision, readonly ReasonCode[]>> = {
  list: [],
  ask: [],
  restore: [],
  decline: [
    'identity-not-shown',
    'no-verified-authority',
    'discipline-or-board-action',
    'training-not-shown',
    'claims-misleading',
    'no-answer',
    'other',
  ],
  drop: [
    'no-verified-authority',
    'training-not-shown',
    'claims-misleading',
    'no-answer',
    'own-wish',
    'other',
  ],
  suspend: [
    'report-confirmed',
    'no-verified-authority',
    'discipline-or-board-action',
    'claims-misleading',
    'no-answer',
    'address-refused',
    'own-wish',
    'other',
  ],
};

const because: Readonly<Record<ReasonCode, string>> = {
  'identity-not-shown':
    'We could not confirm through a channel of our own, the board’s look-up or the NPI registry, that the license named in the profile is yours.',
  'no-verified-authority':
    'We could not find a license, registration or privilege that is valid today in any state that the profile names.',
  'discipline-or-board-action':
    'A licensing board shows an action or an open matter. We list nobody while that stands.',
  'training-not-shown':
    'We could not confirm the training that the profile names, neither by a certificate nor with the program.',
  'claims-misleading': 'Part of the profile says more than the evidence shows, and could mislead a patient.',
  'no-answer': 'We asked, and have had no answer.',
  'report-confirmed': 'Something in the listing was reported to us as wrong, and when we checked, it was.',
  'address-refused':
    'Our letters to your address come back, so that you could not be reached about the listing.',
  'own-wish': 'You asked us to.',
  other: '',
};

const closings: Readonly<Record<Decision, string>> = {
  list: '',
  ask: '',
  restore: '',
  decline: 'If we got this wrong, answer this letter: another reviewer will look at it.',
  drop: 'Your listing stays as it was. You can send the change again, with what was missing.',
  suspend: 'Nobody finds the listing now. Answer this letter with what has changed, and we look again.',
};

/** The words to begin with, to be changed before they are sent. */
export function wordsFor(decision: Decision, reason: ReasonCode | null): string {
  const why = reason === null ? '' : because[reason];
  return [why, why === '' ? '' : closings[decision]].filter(Boolean).join('\n\n');
}

const asks: Readonly<Record<Subject['kind'], string>> = {
  identity:
    'We could not match your name and license with the state board or the NPI registry. Is there a former name, or another spelling, under which they know you?',
  authority:
    'We did not find this license as active. Please check number, title and last valid day, and tell us how the board lists it.',
  psypact:
    'We did not find your APIT in PSYPACT’s directory. Please check the number, and link the entry if there is one.',
  standing: 'A board shows a note beside your license. Please tell us what it is about, and how it stands.',
  training:
    'Please link the certificate of the training, or name somebody at the program who can confirm it.',
  caseload:
    'How did you count your KAP patients of the last twelve months? A log or a summary without any names would do.',
  scope: 'Please say more exactly what you do, and do not do, while the medicine works, and where.',
  'difficult-material':
    'Please say what you do step by step when this happens, and when you stop a session or call for help.',
  coordination:
    'With which kind of prescriber do you work, and how do you reach each other between sessions?',
  malpractice:
    'Please link, or describe, your certificate of malpractice insurance: insurer, and until when it is in force.',
  references: 'Please name two colleagues who know this work of yours, and how we reach them.',
};

/** A question about what could not be seen, to begin with. */
export const questionFor = (kind: Subject['kind']): string => asks[kind];
