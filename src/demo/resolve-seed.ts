import { addDays, type Day, type Instant, toDay } from '../domain/calendar.js';
import { nextDueAt } from '../domain/due.js';
import { LAPSE_AFTER_DAYS } from '../domain/freshness.js';
import { type Profile, type Section, sections } from '../domain/profile.js';
import { SCHEMA_VERSION, type Therapist } from '../domain/therapist.js';
import type { SeedFinding, SeedProfile, SeedTherapist } from './seed-therapist.js';

/** The day this many days after today, or before it when negative. */
export type DayAt = (offset: number) => Day;

/**
 * The record of a fictional therapist on the day of `now` (UTC). Every age counts back from that day, so one
 * day always gives the same record, at any hour. The record is listed and marked `demo`.
 */
export function resolveSeed(seed: SeedTherapist, now: Date): Therapist {
  return seedResolver(now)(seed);
}

/** {@link resolveSeed} for many records on one day, with each date computed once. */
export function seedResolver(now: Date): (seed: SeedTherapist) => Therapist {
  const today = toDay(now);
  const midnight = new Date(startOf(today));
  const days = new Map<number, Day>();
  const dayAt: DayAt = (offset) => {
    const day = days.get(offset) ?? addDays(today, offset);
    days.set(offset, day);
    return day;
  };
  return (seed) => {
    const therapist = resolve(seed, dayAt);
    return { ...therapist, nextDueAt: nextDueAt(therapist, midnight) };
  };
}

function resolve(seed: SeedTherapist, dayAt: DayAt): Therapist {
  const ago = (days: number): Instant => startOf(dayAt(-days));
  return {
    id: seed.id,
    revision: 1,
    schemaVersion: SCHEMA_VERSION,
    slug: seed.slug,
    email: seed.email,
    // The status that the clock would have set.
    status: seed.confirmedDaysAgo >= LAPSE_AFTER_DAYS ? 'lapsed' : 'listed',
    draftStatus: null,
    published: resolveProfile(seed.profile, dayAt),
    draft: null,
    draftRevision: 0,
    findings: seed.findings.map((finding) => resolveFinding(finding, dayAt)),
    evidence: [],
    supervisor: null,
    questions: [],
    waitingSince: null,
    claimedBy: null,
    approvedBy: null,
    history: [],
    queuedEmails: [],
    confirmKey: null,
    confirmedAt: ago(seed.confirmedDaysAgo),
    changedAt: bySection((section) => ago(seed.changedDaysAgo[section])),
    indexedRevision: 0,
    nextDueAt: null,
    demo: true,
    createdAt: ago(seed.createdDaysAgo),
    updatedAt: ago(0),
  };
}

function resolveProfile(profile: SeedProfile, dayAt: DayAt): Profile {
  return resolveParts(profile, dayAt) as Profile;
}

/** Some fields of a profile, possibly none. */
export type SeedParts = { [F in keyof SeedProfile]?: SeedProfile[F] | undefined };

/** Turns the ages in some fields of a profile into dates. */
export function resolveParts(parts: SeedParts, dayAt: DayAt): Partial<Profile> {
  const { authority, psypact, caseload, ...rest } = parts;
  return {
    ...rest,
    ...(authority && { authority: authority.map((held) => withExpiry(held, dayAt)) }),
    ...(psypact !== undefined && { psypact: psypact && withExpiry(psypact, dayAt) }),
    ...(caseload && { caseload: { patients: caseload.patients, asOf: dayAt(-caseload.asOfDaysAgo) } }),
  } as Partial<Profile>;
}

function withExpiry<T extends { expiresInDays: number }>(held: T, dayAt: DayAt) {
  const { expiresInDays, ...rest } = held;
  return { ...rest, expiresOn: dayAt(expiresInDays) };
}

function resolveFinding({ daysAgo, ...finding }: SeedFinding, dayAt: DayAt) {
  return { ...finding, on: dayAt(-daysAgo) };
}

function bySection(instantOf: (section: Section) => Instant) {
  return Object.fromEntries(
    sections.map((section) => [section, instantOf(section)]),
  ) as Therapist['changedAt'];
}

function startOf(day: Day): Instant {
  return `${day}T00:00:00.000Z`;
}
