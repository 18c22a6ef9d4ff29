import { addDays, type Day, type Instant, toDay } from '../domain/calendar.js';
import { nextDueAt } from '../domain/due.js';
import { type Profile, type Section, sections } from '../domain/profile.js';
import { SCHEMA_VERSION, type Therapist } from '../domain/therapist.js';
import type { SeedFinding, SeedProfile, SeedTherapist } from './seed-therapist.js';

/**
 * The record of a fictional therapist as it stands on the day of `now` (UTC): every age is counted back from that day, so the same
 * day always gives the same record, whatever the hour. It is listed and carries `demo`.
 */
export function resolveSeed(seed: SeedTherapist, now: Date): Therapist {
  const today = toDay(now);
  const ago = (days: number): Instant => startOf(addDays(today, -days));
  const therapist: Therapist = {
    id: seed.id,
    revision: 1,
    schemaVersion: SCHEMA_VERSION,
    slug: seed.slug,
    email: seed.email,
    status: 'listed',
    draftStatus: null,
    published: resolveProfile(seed.profile, today),
    draft: null,
    draftRevision: 0,
    findings: seed.findings.map((finding) => resolveFinding(finding, today)),
    confirmedAt: ago(seed.confirmedDaysAgo),
    changedAt: bySection((section) => ago(seed.changedDaysAgo[section])),
    indexedRevision: 0,
    nextDueAt: null,
    demo: true,
    createdAt: ago(seed.createdDaysAgo),
    updatedAt: startOf(today),
  };
  return { ...therapist, nextDueAt: nextDueAt(therapist, new Date(startOf(today))) };
}

function resolveProfile(profile: SeedProfile, today: Day): Profile {
  const { authority, psypact, caseload, ...rest } = profile;
  return {
    ...rest,
    authority: authority.map((held) => withExpiry(held, today)),
    psypact: psypact && withExpiry(psypact, today),
    caseload: { patients: caseload.patients, asOf: addDays(today, -caseload.asOfDaysAgo) },
  };
}

function withExpiry<T extends { expiresInDays: number }>(held: T, today: Day) {
  const { expiresInDays, ...rest } = held;
  return { ...rest, expiresOn: addDays(today, expiresInDays) };
}

function resolveFinding({ daysAgo, ...finding }: SeedFinding, today: Day) {
  return { ...finding, on: addDays(today, -daysAgo) };
}

function bySection(tell: (section: Section) => Instant) {
  return Object.fromEntries(sections.map((section) => [section, tell(section)])) as Therapist['changedAt'];
}

function startOf(day: Day): Instant {
  return `${day}T00:00:00.000Z`;
}
