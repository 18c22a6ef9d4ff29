import type { SeedFinding, SeedProfile } from '../../src/demo/seed-therapist.js';
import { authoritySubject, PSYPACT_SUBJECT } from '../../src/domain/authority.js';
import { personChecks } from '../../src/domain/profile-fields/checks.js';
import { type QuestionId, questionIds } from '../../src/domain/questions.js';
import { parts } from './parts.js';
import type { Random } from './random.js';

type Seen = keyof typeof parts.seen;

/** How much of a listing was verified beyond what a listing needs. */
type Depth = 'some' | 'all' | 'authority-only';

const personChance = { identity: 1, standing: 0.82, malpractice: 0.7, references: 0.55 } as const;

/** What reviewers found between the application and the last confirmation. Identity and home license are always verified. */
export function makeFindings(
  random: Random,
  profile: Pick<SeedProfile, 'authority' | 'psypact' | 'training'>,
  { createdDaysAgo, confirmedDaysAgo }: { createdDaysAgo: number; confirmedDaysAgo: number },
): SeedFinding[] {
  const depth = random.weighted(['some', 'all', 'authority-only'] as const, (one) =>
    one === 'some' ? 55 : one === 'all' ? 23 : 22,
  );
  const reviewed = random.int(Math.min(confirmedDaysAgo + 1, createdDaysAgo), createdDaysAgo);
  const by = random.pick(parts.seen.reviewers);
  const finding = (subject: string, seen: Seen, verified: boolean): SeedFinding => ({
    subject,
    ...(verified ? { result: 'verified', seen: random.pick(parts.seen[seen]) } : unverified(random)),
    by,
    daysAgo: Math.max(0, reviewed - random.int(0, Math.min(9, reviewed))),
  });
  return [
    ...personChecks.map((subject) => finding(subject, subject, random.chance(personChance[subject]))),
    ...profile.authority.map((held, index) =>
      finding(
        authoritySubject(held),
        held.basis === 'license' ? 'authority' : held.basis,
        index === 0 || random.chance(0.93),
      ),
    ),
    ...(profile.psypact ? [finding(PSYPACT_SUBJECT, 'psypact', random.chance(0.93))] : []),
    ...questionIds.map((question) =>
      finding(question, proofOf(question, profile.training), holds(random, depth)),
    ),
  ];
}

function proofOf(question: QuestionId, training: SeedProfile['training']): Seen {
  const learnedFromMentor = question === 'training' && training[0]?.program === 'apprenticeship';
  return learnedFromMentor ? 'apprenticeship' : question;
}

function holds(random: Random, depth: Depth): boolean {
  return depth === 'all' || (depth === 'some' && random.chance(0.55));
}

function unverified(random: Random): Pick<SeedFinding, 'result' | 'seen'> {
  return { result: random.chance(0.8) ? 'self-reported' : 'not-shown', seen: null };
}
