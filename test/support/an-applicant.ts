import { authoritySubject } from '../../src/domain/authority.js';
import { addDays, type Day } from '../../src/domain/calendar.js';
import type { Profile } from '../../src/domain/profile.js';
import type { Therapist } from '../../src/domain/therapist.js';
import { plainProfile } from './plain-profile.js';
import { aTherapist, at, type DeepPartial, type TherapistWish, TODAY } from './therapist-builder.js';

interface Wish extends Omit<TherapistWish, 'published' | 'draft' | 'waitingSince'> {
  profile?: DeepPartial<Profile>;
  /** Business and other days since it was sent. */
  waitsDays?: number;
  /** The reviewer who has claimed it. */
  claimedBy?: string | null;
}

/** An application that waits: sent, or in review when a reviewer claimed it. It has no findings yet. */
export function anApplicant({
  profile = {},
  waitsDays = 1,
  claimedBy = null,
  ...rest
}: Wish = {}): Therapist {
  const base = aTherapist({ published: null, draft: profile, confirmedAt: null, ...rest });
  return {
    ...base,
    slug: rest.slug ?? `draft-${base.id}`,
    status: rest.status ?? (claimedBy === null ? 'submitted' : 'in-review'),
    claimedBy,
    waitingSince: at(addDays(TODAY, -waitsDays)),
  };
}

/** Findings with which an application can be listed: identity by an independent channel, and the license. */
export function listableFindings(by: string, on: Day = TODAY): Therapist['findings'] {
  const license = authoritySubject(plainProfile(TODAY).authority[0]!);
  return [
    { subject: 'identity', result: 'verified', seen: 'State board look-up: name and license agree', by, on },
    { subject: license, result: 'verified', seen: 'Board look-up: active', by, on },
  ];
}
