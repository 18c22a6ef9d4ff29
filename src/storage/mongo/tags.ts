import { checkLimit } from '../limits.js';
import type { TherapistStore } from '../store.js';
import type { Context } from './context.js';
import type { TherapistRow } from './row-shapes.js';
import { toTherapist } from './rows.js';
import { behind } from './tagged.js';

/** Tags lie in the row itself, so that one atomic write keeps both. */
export function therapistTags({
  therapists,
  steps,
}: Context): Pick<TherapistStore, 'tagged' | 'countTagged'> {
  return {
    async tagged(tag, options) {
      checkLimit(options.limit);
      const { condition, order } = behind('taggedAt', options);
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
