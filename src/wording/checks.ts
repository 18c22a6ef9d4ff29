import type { CheckId, PersonCheck } from '../domain/profile-fields/checks.js';
import type { CheckWords } from './check-words.js';
import { questions } from './questions.js';

/** What is checked of the person in words; `claim` is what the therapist's page of proofs calls it. */
export const personCheckWords = {
  identity: {
    title: 'Identity',
    claim: 'Who you are',
    email: 'your identity',
    proof:
      'Where somebody can see that it is you: your page at the board or a clinic, or when to reach you at the number your board has.',
    look: 'Is this the person who holds the license? Use a channel that you found yourself: the board’s own look-up or the NPI registry, never a link that they gave.',
    suggestions: [
      'Name, license and photo ID agree',
      'Photo ID shown on a video call',
      'Reached at the number that the board has',
    ],
    firstQuestion:
      'We could not match your name and license with the state board or the NPI registry. Is there a former name, or another spelling, under which they know you?',
  },
  standing: {
    title: 'Good standing',
    claim: 'Good standing',
    email: 'your standing',
    proof: 'The board’s page about you, or what was decided about a complaint, and when.',
    look: 'Any public action or open complaint on the boards of their states?',
    suggestions: ['No public action on the boards of all their states', 'Letter of good standing seen'],
    firstQuestion:
      'A board shows a note beside your license. Please tell us what it is about, and how it stands.',
  },
  malpractice: {
    title: 'Malpractice cover',
    claim: 'Malpractice cover',
    email: 'your malpractice cover',
    proof: 'The company and the day on which it ends. No policy number.',
    look: 'Certificate of insurance: in force today, under this name, without excluding ketamine work?',
    suggestions: ['Certificate of insurance seen, in force', 'The insurer confirmed the cover'],
    firstQuestion:
      'Please link, or describe, your certificate of malpractice insurance: insurer, and until when it is in force.',
  },
  references: {
    title: 'References',
    claim: 'Two professional references',
    email: 'your references',
    proof: 'Names, what they are to you, and how to reach them; say that we will call. No patients.',
    look: 'Two professional references, reached by you: who are they, and what did they say of this work?',
    suggestions: [
      'Two references called',
      'A prescriber and a supervisor called',
      'Two letters seen, both writers called',
    ],
    firstQuestion: 'Please name two colleagues who know this work of yours, and how we reach them.',
  },
} as const satisfies Record<PersonCheck, CheckWords & { claim: string }>;

/** Everything that a reviewer checks, in words. A license is called by its state and title where it is known. */
export const checkWords: Readonly<Record<CheckId, CheckWords>> = {
  ...personCheckWords,
  authority: {
    title: 'Licenses, registrations, privileges',
    email: 'your licenses',
    proof: 'The board’s page about this license.',
    look: 'Active on the board’s look-up today, under this name and number, with this last valid day?',
    suggestions: [
      'Board look-up: active, no public action',
      'Board look-up: active, conditions noted',
      'Found in the state’s register for telehealth, active',
      'Found in the compact’s look-up, privilege active',
    ],
    firstQuestion:
      'We did not find this license as active. Please check number, title and last valid day, and tell us how the board lists it.',
  },
  psypact: {
    title: 'PSYPACT',
    email: 'PSYPACT',
    proof: 'Your entry in the PSYPACT directory.',
    look: 'Active in PSYPACT’s directory, and the home license alive?',
    suggestions: [
      'PSYPACT directory: APIT active, home license active',
      'APIT letter seen, and the directory checked',
    ],
    firstQuestion:
      'We did not find your APIT in PSYPACT’s directory. Please check the number, and link the entry if there is one.',
  },
  ...questions,
};
