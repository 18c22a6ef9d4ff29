import { authoritySubject, PSYPACT_SUBJECT } from '../../src/domain/authority.js';
import { addDays, type Day, type Instant } from '../../src/domain/calendar.js';
import type { Finding } from '../../src/domain/findings.js';
import type { Profile } from '../../src/domain/profile.js';
import { personChecks } from '../../src/domain/profile-fields/checks.js';
import { questionIds } from '../../src/domain/questions.js';
import { SCHEMA_VERSION, type Therapist, therapistSchema } from '../../src/domain/therapist.js';
import { plainProfile } from './plain-profile.js';

/** Every part may be left out, at any depth; a list is given whole. */
export type DeepPartial<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [K in keyof T]?: DeepPartial<T[K]> }
    : T;

export interface TherapistWish extends Omit<Partial<Therapist>, 'published' | 'draft'> {
  published?: DeepPartial<Profile> | null;
  draft?: DeepPartial<Profile> | null;
  /** The day that everything is reckoned from; the test's clock should show it too. */
  today?: Day;
  /** How long ago the listing was confirmed; 10 days when nothing is said. */
  confirmedDaysAgo?: number;
}

export const TODAY: Day = '2026-03-02';

let made = 0;

/**
 * A listed therapist, complete and valid; say only what matters: `aTherapist({ published: { name: 'Ana Ruiz' }, confirmedDaysAgo: 95 })`.
 * Id, slug and e-mail are new at every call. All five answers, the authority and the person are verified, unless `findings` is given.
 * @throws ZodError when the wish makes no valid therapist.
 */
export function aTherapist(wish: TherapistWish = {}): Therapist {
  const { today = TODAY, confirmedDaysAgo = 10, published: wished, draft, ...rest } = wish;
  const number = ++made;
  const published = wished === null ? null : merge(plainProfile(today), wished);
  const confirmedAt = at(addDays(today, -confirmedDaysAgo));
  const createdAt = at(addDays(today, -400));
  return therapistSchema.parse({
    id: `therapist${String(number).padStart(7, '0')}`,
    revision: 1,
    schemaVersion: SCHEMA_VERSION,
    slug: `therapist-${number}`,
    email: `therapist-${number}@practice.example`,
    status: 'listed',
    draftStatus: null,
    published,
    draft: draft == null ? null : merge(plainProfile(today), draft),
    draftRevision: 0,
    findings: published === null ? [] : verifiedFindings(published, addDays(today, -200)),
    evidence: [],
    supervisor: null,
    questions: [],
    waitingSince: null,
    claimedBy: null,
    approvedBy: null,
    history: [],
    queuedEmails: [],
    confirmKey: null,
    confirmedAt,
    changedAt: {
      who: createdAt,
      where: createdAt,
      insurance: createdAt,
      fees: createdAt,
      answers: createdAt,
      whom: createdAt,
    },
    indexedRevision: 0,
    nextDueAt: null,
    demo: false,
    createdAt,
    updatedAt: confirmedAt,
    ...rest,
  });
}

/** A finding for everything that can be looked at in `profile`, all verified. */
export function verifiedFindings(profile: Profile, on: Day): Finding[] {
  const authority = [
    ...profile.authority.map(authoritySubject),
    ...(profile.psypact ? [PSYPACT_SUBJECT] : []),
  ];
  return [...questionIds, ...personChecks, ...new Set(authority)].map((subject) => ({
    subject,
    result: 'verified',
    seen: 'Original document',
    by: 'reviewer@holdspace.example',
    on,
  }));
}

/** Nine in the morning of that day. */
export function at(day: Day): Instant {
  return `${day}T09:00:00.000Z`;
}

function merge<T>(base: T, wish: DeepPartial<NoInfer<T>> | undefined): T {
  if (wish === undefined) return base;
  if (!isRecord(base) || !isRecord(wish)) return wish as T;
  const merged = Object.entries(wish).map(([key, value]) => [key, merge(base[key], value)]);
  return { ...base, ...Object.fromEntries(merged) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
