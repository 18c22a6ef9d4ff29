import { type Authority, authoritySubject, PSYPACT_SUBJECT, type Psypact } from './authority.js';
import { addDays, type Day, type Instant, toDay } from './calendar.js';
import { isVerified } from './findings.js';
import { lapsesOn, REMIND_AFTER_DAYS } from './freshness.js';
import type { Action } from './history.js';
import { verifiedPermissions } from './listing.js';
import type { Profile } from './profile.js';
import type { Therapist } from './therapist.js';

/** How many days before its last valid day we warn the therapist that an authority ends. */
export const WARN_BEFORE_DAYS = 45;

/** One thing that the clock does for a listing at a certain moment. Its `fields` identify its event in the history. */
export interface Duty {
  action: Extract<Action, 'remind' | 'warn' | 'expire' | 'lapse' | 'suspend'>;
  at: Instant;
  fields: string[];
}

type Listed = Pick<Therapist, 'status' | 'published' | 'confirmedAt' | 'findings' | 'history' | 'demo'>;

/**
 * Everything that the clock still has to do for a listing, due now or later. The history says what was done. A listing of the demonstration
 * only lapses or is suspended, because nobody reads its email; a license that ends leaves the listing by itself.
 */
export function duties(therapist: Listed, now: Date): Duty[] {
  const { status, published, confirmedAt, demo } = therapist;
  if (status !== 'listed' || published === null || confirmedAt === null) return [];
  const today = toDay(now);
  const found = [
    ...endings(published, therapist, today),
    { action: 'lapse' as const, at: startOf(lapsesOn(confirmedAt)), fields: [] },
    ...reminders(therapist, confirmedAt, today),
  ];
  const left = verifiedPermissions(published, therapist.findings, today).length > 0;
  const all = left ? found : [...found, { action: 'suspend' as const, at: startOf(today), fields: [] }];
  return demo ? all.filter(({ action }) => action === 'lapse' || action === 'suspend') : all;
}

/** The reminders still to come, and the latest past one unless it, or a later one, was sent since the confirmation. */
function reminders({ history }: Listed, confirmedAt: Instant, today: Day): Duty[] {
  const sent = history
    .filter(({ action, at }) => action === 'remind' && at >= confirmedAt)
    .map(({ fields: [day = ''] }) => Number(day.replace('day-', '')));
  // A lapsed listing gets the email about that, and no more reminders.
  const open =
    lapsesOn(confirmedAt) <= today ? [] : REMIND_AFTER_DAYS.filter((days) => days > Math.max(0, ...sent));
  const dueOn = (days: number) => addDays(confirmedAt, days);
  const past = open.filter((days) => dueOn(days) <= today).slice(-1);
  return [...past, ...open.filter((days) => dueOn(days) > today)].map((days) => ({
    action: 'remind',
    at: startOf(dueOn(days)),
    fields: [`day-${days}`],
  }));
}

/** For each verified authority, the warning before its end, and its end; each once for every day on which it may end. */
function endings(published: Profile, { findings, history }: Listed, today: Day): Duty[] {
  return authorities(published.authority, published.psypact)
    .filter(([subject]) => isVerified(findings, subject))
    .flatMap(([subject, { expiresOn }]): Duty[] => {
      const fields = [subject, expiresOn];
      const done = (action: Action) =>
        history.some((event) => event.action === action && event.fields.join() === fields.join());
      const warn = { action: 'warn' as const, at: startOf(addDays(expiresOn, -WARN_BEFORE_DAYS)), fields };
      const expire = { action: 'expire' as const, at: startOf(addDays(expiresOn, 1)), fields };
      return [...(done('warn') || today > expiresOn ? [] : [warn]), ...(done('expire') ? [] : [expire])];
    });
}

function authorities(
  authority: readonly Authority[],
  psypact: Psypact | null,
): [string, { expiresOn: Day }][] {
  const held = authority.map((one): [string, Authority] => [authoritySubject(one), one]);
  return psypact === null ? held : [...held, [PSYPACT_SUBJECT, psypact]];
}

/**
 * The next moment at which the clock has something to do for this record; in the past when it was missed, `null` when nothing will come.
 * That is a reminder (days 75, 90 and 105 after the confirmation), the end of the listing (day 120), the day after an authority's last
 * valid day or 45 days before it, or the next try of an email.
 */
export function nextDueAt(therapist: Listed & Pick<Therapist, 'queuedEmails'>, now: Date): Instant | null {
  const moments = duties(therapist, now).map(({ at }) => at);
  return [...moments, ...therapist.queuedEmails.map(({ nextTryAt }) => nextTryAt)].sort()[0] ?? null;
}

function startOf(day: Day): Instant {
  return `${day}T00:00:00.000Z`;
}
