import type { Profile } from './profile.js';

/** What the therapist charges, in whole US dollars; `null` where no figure was given. */
export type Fees = Profile['fees'];

/** A course of treatment, as it is usually planned: 3 to 6 medication sessions over 2 to 3 months. */
export const COURSE = { sessions: [3, 6], preparations: [1, 3] } as const;

export interface Range {
  from: number;
  to: number;
}

export interface CourseEstimate {
  /** Package price × sessions; `null` when no package price was given. */
  full: Range | null;
  /** (Preparations + one integration per session) × hourly fee; presence is not counted. `null` without an hourly fee. */
  hybrid: Range | null;
}

/** What the therapist's part of a course costs in dollars, from the shortest to the longest usual course. No medication. */
export function estimateCourse(fees: Pick<Fees, 'hourly' | 'packagePerSession'>): CourseEstimate {
  const { sessions, preparations } = COURSE;
  const { hourly, packagePerSession } = fees;
  return {
    full:
      packagePerSession === null
        ? null
        : { from: sessions[0] * packagePerSession, to: sessions[1] * packagePerSession },
    hybrid:
      hourly === null
        ? null
        : {
            from: (preparations[0] + sessions[0]) * hourly,
            to: (preparations[1] + sessions[1]) * hourly,
          },
  };
}
