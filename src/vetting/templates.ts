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

/** The letter says by itself what was decided, and in general why; these say what was looked at, and what would help. */
const looked: Readonly<Record<ReasonCode, string>> = {
  'identity-not-shown':
    'We looked for your name and license on the board’s own look-up and in the NPI registry, and did not find the two together. A former name, or a letter of the board, would help.',
  'no-verified-authority':
    'We looked up each license, registration and privilege that the profile names, and found none that is valid today. The number as the board writes it would help.',
  'discipline-or-board-action':
    'The public record of the board shows an action or an open matter beside your license. Its letter, once the matter is closed, would help.',
  'training-not-shown':
    'We could not match name, award and year of the training with a certificate or with the program. A certificate, or somebody at the program whom we may ask, would help.',
  'claims-misleading':
    'Part of the profile promises an outcome, or says more than the evidence shows. Plain words about what you do would help.',
  'no-answer': 'We asked, and have had no answer. An answer brings the matter up again.',
  'report-confirmed': 'We checked what was reported, and found it as it was told. Tell us when it is mended.',
  'address-refused': 'Tell us an address at which you can be reached.',
  'own-wish': 'As you asked.',
  other: '',
};

/** The words to begin with, to be changed before they are sent. */
export const wordsFor = (reason: ReasonCode | null): string => (reason === null ? '' : looked[reason]);

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
