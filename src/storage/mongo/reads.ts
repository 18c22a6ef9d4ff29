import { emailKey } from '../email-key.js';
import { checkIds, checkLimit } from '../limits.js';
import type { TherapistStore } from '../store.js';
import type { Context } from './context.js';
import type { TherapistRow } from './row-shapes.js';
import { toTherapist } from './rows.js';

type Reads = Pick<TherapistStore, 'get' | 'getMany' | 'getBySlug' | 'getByEmail' | 'page' | 'count' | 'due'>;

export function therapistReads({ therapists, steps }: Context): Reads {
  const decode = (row: TherapistRow) => toTherapist(row, steps);

  async function one(filter: Partial<TherapistRow>) {
    const row = await therapists.findOne({ ...filter, live: true }).lean<TherapistRow>();
    return row === null ? null : decode(row);
  }

  return {
    get: (id) => one({ _id: id }),
    getBySlug: (slug) => one({ slug }),
    getByEmail: (email) => one({ emailKey: emailKey(email) }),
    async getMany(ids) {
      checkIds(ids);
      const rows = await therapists.find({ _id: { $in: [...ids] }, live: true }).lean<TherapistRow[]>();
      const found = new Map(rows.map((row) => [row._id, row]));
      return ids.flatMap((id) => found.get(id) ?? []).map(decode);
    },
    async page(after, limit) {
      checkLimit(limit);
      const rows = await therapists
        .find({ _id: { $gt: after ?? '' }, live: true })
        .sort({ _id: 1 })
        .limit(limit + 1)
        .lean<TherapistRow[]>();
      const rowsOfPage = rows.slice(0, limit);
      return {
        therapists: rowsOfPage.map(decode),
        next: rows.length > limit ? (rowsOfPage.at(-1)?._id ?? null) : null,
      };
    },
    count: ({ demo } = {}) =>
      therapists.countDocuments({ live: true, ...(demo === undefined ? {} : { demo }) }).exec(),
    async due(now, limit) {
      checkLimit(limit);
      const rows = await therapists
        .find({ live: true, nextDueAt: { $lte: now } })
        .sort({ nextDueAt: 1, _id: 1 })
        .limit(limit)
        .lean<TherapistRow[]>();
      return rows.map(decode);
    },
  };
}
