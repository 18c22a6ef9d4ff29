import { checkLimit } from '../limits.js';
import type { TherapistStore } from '../store.js';
import type { Context } from './context.js';
import type { TherapistRow } from './row-shapes.js';
import { toTherapist } from './rows.js';
import { pageAfter } from './tagged.js';

/** Tags are stored in the row itself, so one atomic write covers both. */
export function therapistTags({
  therapists,
  steps,
}: Context): Pick<TherapistStore, 'tagged' | 'countTagged'> {
  return {
    async tagged(tag, options) {
      checkLimit(options.limit);
      const { condition, order } = pageAfter('taggedAt', options);
      const rows = await therapists
        .find({ live: true, tags: tag, ...condition })
        .sort(order)
        .limit(options.limit)
        .lean<TherapistRow[]>();
      return rows.map((row) => toTherapist(row, steps));
    },
    countTagged: (tag) => therapists.countDocuments({ live: true, tags: tag }).exec(),
  };
}
