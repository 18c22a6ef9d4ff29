import type { Profile } from '../domain/profile.js';

/** "wait of about 3 weeks", or nothing when there is no place or no answer. */
export function waitWords({ accepting, waitWeeks }: Profile): string {
  if (!accepting || waitWeeks === null) return '';
  if (waitWeeks === 0) return 'usually within a week';
  return waitWeeks === 1 ? 'wait of about a week' : `wait of about ${waitWeeks} weeks`;
}
