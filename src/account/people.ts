import type { Reviewer } from '../domain/account.js';
import type { Therapist } from '../domain/therapist.js';
import { reviewers } from '../storage/kinds.js';
import type { Store } from '../storage/store.js';

/** The people behind an email address. */
export interface Known {
  /** Also `null` for a therapist who left. */
  therapist: Therapist | null;
  reviewer: Reviewer | null;
}

export interface People {
  /** Ignores case. */
  byEmail(email: string): Promise<Known>;
}

/** The people who may sign in. */
export function createPeople(store: Store): People {
  const allReviewers = store.records(reviewers);
  return {
    async byEmail(email) {
      const [therapist, reviewer] = await Promise.all([
        store.therapists.getByEmail(email),
        allReviewers.get(email.toLowerCase()),
      ]);
      return { therapist: therapist?.status === 'withdrawn' ? null : therapist, reviewer };
    },
  };
}
