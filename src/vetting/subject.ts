import { authoritySubject, PSYPACT_SUBJECT } from '../domain/authority.js';
import type { Draft } from '../domain/draft.js';
import type { Finding } from '../domain/findings.js';
import type { CheckId } from '../domain/profile-fields/checks.js';
import { fieldsOfCheck } from '../domain/profile-fields.js';
import { questionIds } from '../domain/questions.js';
import { type StateCode, states } from '../domain/reference/states.js';
import type { Therapist } from '../domain/therapist.js';
import { findingsInReview } from '../domain/workflow/findings-in-review.js';
import { isOnceListed } from '../domain/workflow/permission.js';
import { subjectsOf } from '../domain/workflow/subjects.js';
import { checkWords } from '../wording/checks.js';
import { authorityWords, psypactWords } from '../wording/rows.js';
import { type FactRow, factLabel, factRows } from './facts.js';

/** What a reviewer looks at: the draft that was sent, or else what is public. */
export interface Case {
  therapist: Therapist;
  profile: Draft;
  findings: Finding[];
  /** Whether it is about a draft, and not about what is public. */
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

/** One thing that a finding can be about, with what the therapist claims. */
export interface Subject {
  subject: string;
  check: CheckId;
  title: string;
  /** What to look for. */
  look: string;
  claims: FactRow[];
  /** Where to look up a license. */
  lookUp: { href: string; label: string } | null;
}

/** Everything to check, in the order in which a reviewer works: the person and their authority, then the answers. */
export function subjectsIn(profile: Draft): Subject[] {
  const all = subjectsOf(profile).map((subject) => describe(subject, profile));
  const rank = ({ check }: Subject) => order.indexOf(check);
  return all.sort((a, b) => rank(a) - rank(b));
}

const order: readonly CheckId[] = [
  'identity',
  'authority',
  'psypact',
  'standing',
  ...questionIds,
  'malpractice',
  'references',
];

/** The title of a finding's subject. It also works for a license that the profile no longer claims. */
export function subjectTitle(subject: string): string {
  if (subject === PSYPACT_SUBJECT) return checkWords.psypact.title;
  if (Object.hasOwn(checkWords, subject)) return checkWords[subject as CheckId].title;
  const [, basis = '', state = '', ...type] = subject.split(':');
  const name = states[state as StateCode]?.name ?? state;
  return subject.startsWith('authority:')
    ? `${name}: ${type.join(':') || basis}`
    : (factLabel(subject) ?? subject);
}

function describe(subject: string, profile: Draft): Subject {
  const check = checkOf(subject);
  const held = profile.authority?.find((one) => authoritySubject(one) === subject);
  const state = held?.state ?? (check === 'psypact' ? profile.psypact?.homeState : undefined);
  const lookUp = state && { href: states[state].boardLookup, label: `${states[state].name}: board look-up` };
  return {
    subject,
    check,
    title: subjectTitle(subject),
    look: checkWords[check].look,
    claims: claimsOf(subject, check, profile),
    lookUp: lookUp ?? null,
  };
}

function checkOf(subject: string): CheckId {
  if (subject === PSYPACT_SUBJECT) return 'psypact';
  return subject.startsWith('authority:') ? 'authority' : (subject as CheckId);
}

function claimsOf(subject: string, check: CheckId, profile: Draft): FactRow[] {
  const held = (profile.authority ?? []).filter((one) => authoritySubject(one) === subject);
  if (check === 'authority')
    return held.map((one) => ({ field: 'authority', label: 'Claimed', lines: [authorityWords(one)] }));
  if (check === 'psypact' && profile.psypact)
    return [{ field: 'psypact', label: 'Claimed', lines: [psypactWords(profile.psypact)] }];
  return fieldsOfCheck(check).flatMap((field) => factRows(field, profile[field]));
}
