import type { LeaseStore } from '../store.js';
import type { Context } from './context.js';
import { isDuplicate } from './failures.js';
import { serverTime } from './server-time.js';

/**
 * Uses the server's clock. Tries an update and then a plain insert, each of which succeeds for one caller only.
 * An upsert that loses the race fails differently on each server.
 */
export function leaseStore(context: Pick<Context, 'connection' | 'leases'>): LeaseStore {
  const { leases } = context;
  return {
    async take(name, holder, forMs) {
      const now = await serverTime(context);
      const endsAt = new Date(now + forMs);
      const mayTake = { _id: name, $or: [{ holder }, { endsAt: { $lte: new Date(now) } }] };
      const { matchedCount } = await leases.updateOne(mayTake, { $set: { holder, endsAt } });
      if (matchedCount > 0) return true;
      if ((await leases.findOne({ _id: name }, { _id: 1 }).lean()) !== null) return false;
      return leases.insertMany([{ _id: name, holder, endsAt }], { rawResult: true }).then(
        () => true,
        (error: unknown) => {
          if (isDuplicate(error)) return false;
          throw error;
        },
      );
    },
    async release(name, holder) {
      await leases.deleteOne({ _id: name, holder });
    },
  };
}
