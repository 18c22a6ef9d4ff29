import { authoritySubject, PSYPACT_SUBJECT } from '../domain/authority.js';
import type { Draft } from '../domain/draft.js';
import type { Finding } from '../domain/findings.js';
import { type QuestionId, questionIds } from '../domain/questions.js';
import { type StateCode, states } from '../domain/reference/states.js';
import type { Therapist } from '../domain/therapist.js';
import { findingsInReview } from '../domain/workflow/findings-in-review.js';
import { isOnceListed } from '../domain/workflow/permission.js';
import { subjectsOf } from '../domain/workflow/subjects.js';
import { questions } from '../wording/questions.js';
import { authorityWords, psypactWords } from '../wording/rows.js';
import { type FactRow, factLabel, factRows } from './facts.js';

/** What a reviewer looks at: the draft that was sent, or what is public where nothing was sent. */
export interface Case {
  therapist: Therapist;
  profile: Draft;
  findings: Finding[];
  /** Whether it is about a draft that waits or is in review, and not about what is public. */
  ofDraft: boolean;
}

export function caseOf(therapist: Therapist): Case {
  const { draft, published, draftStatus } = therapist;
  const ofDraft = draft !== null && (!isOnceListed(therapist) || ![null, 'editing'].includes(draftStatus));
  const shown = ofDraft ? therapist : { ...therapist, draft: null };
  return {
    therapist,
    profile: (ofDraft ? draft : published) ?? {},
    findings: findingsInReview(shown),
    ofDraft,
  };
}

/** One thing that a finding can be about, with what the therapist claims of it. */
export interface Subject {
  subject: string;
  kind: QuestionId | 'identity' | 'standing' | 'malpractice' | 'references' | 'authority' | 'psypact';
  title: string;
  /** What to look for. */
  look: string;
  claims: FactRow[];
  /** Where a license can be looked up. */
  lookUp: { href: string; label: string } | null;
}

/** Everything there is to look at, in the order in which a reviewer works: the person and their authority, then the five answers. */
export function subjectsIn(profile: Draft): Subject[] {
  const all = subjectsOf(profile).map((subject) => describe(subject, profile));
  const rank = ({ kind }: Subject) => order.indexOf(kind);
  return all.sort((a, b) => rank(a) - rank(b));
}

const order: readonly Subject['kind'][] = [
  'identity',
  'authority',
  'psypact',
  'standing',
  ...questionIds,
  'malpractice',
  'references',
];

const personTitles = {
  identity: 'Identity',
  standing: 'Good standing',
  malpractice: 'Malpractice cover',
  references: 'References',
} as const;

/** What the finding under this subject is about; of a license that the profile no longer claims, what its subject tells. */
export function subjectTitle(subject: string): string {
  if (subject in questions) return questions[subject as QuestionId].title;
  if (subject in personTitles) return personTitles[subject as keyof typeof personTitles];
  if (subject === PSYPACT_SUBJECT) return 'PSYPACT';
  const [, basis = '', state = '', ...type] = subject.split(':');
  const name = states[state as StateCode]?.name ?? state;
  return subject.startsWith('authority:')
    ? `${name}: ${type.join(':') || basis}`
    : (factLabel(subject) ?? subject);
}

const looks: Readonly<Record<Subject['kind'], string>> = {
  identity:
    'Is this the person who holds the license? Use a channel that you found yourself: the board’s own look-up or the NPI registry, never a link that they gave.',
  authority: 'Active on the board’s look-up today, under this name and number, with this last valid day?',
  psypact: 'Active in PSYPACT’s directory, and the home license alive?',
  standing: 'Any public action or open complaint on the boards of their states?',
  training: 'Certificate or the program’s word: name, award, year and hours as said here?',
  caseload: 'Counts without names: a log, a billing summary, the clinic’s word.',
  scope: 'Written policy, consent form, or the prescriber’s word on who is there during the dose.',
  'difficult-material':
    'A written plan, or talked through with you: does it say what they do, and when they stop?',
  coordination: 'The prescriber’s word, an agreement, or a release form and a sample letter.',
  malpractice: 'Certificate of insurance: in force today, under this name, without excluding ketamine work?',
  references:
    'Two professional references, reached by you: who are they, and what did they say of this work?',
};

function describe(subject: string, profile: Draft): Subject {
  const kind = kindOf(subject);
  const held = profile.authority?.find((one) => authoritySubject(one) === subject);
  const state = held?.state ?? (kind === 'psypact' ? profile.psypact?.homeState : undefined);
  const lookUp = state && { href: states[state].boardLookup, label: `${states[state].name}: board look-up` };
  return {
    subject,
    kind,
    title: subjectTitle(subject),
    look: looks[kind],
    claims: claimsOf(subject, kind, profile),
    lookUp: lookUp ?? null,
  };
}

function kindOf(subject: string): Subject['kind'] {
  if (subject === PSYPACT_SUBJECT) return 'psypact';
  return subject.startsWith('authority:') ? 'authority' : (subject as Subject['kind']);
}

/** The fields of the profile in which a claim is made. */
const fieldsOf: Partial<Record<Subject['kind'], readonly (keyof Draft)[]>> = {
  identity: ['name', 'credentials', 'discipline', 'npi'],
  training: ['training'],
  caseload: ['caseload'],
  scope: ['scope', 'presence', 'dosePlaces', 'role', 'integrationWithin72h'],
  'difficult-material': ['difficultMaterial'],
  coordination: ['coordination'],
};

function claimsOf(subject: string, kind: Subject['kind'], profile: Draft): FactRow[] {
  const held = (profile.authority ?? []).filter((one) => authoritySubject(one) === subject);
  if (kind === 'authority')
    return held.map((one) => ({ field: 'authority', label: 'Claimed', lines: [authorityWords(one)] }));
  if (kind === 'psypact' && profile.psypact)
    return [{ field: 'psypact', label: 'Claimed', lines: [psypactWords(profile.psypact)] }];
  return (fieldsOf[kind] ?? []).flatMap((field) => factRows(field, profile[field]));
}
