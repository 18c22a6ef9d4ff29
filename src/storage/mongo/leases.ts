import type { LeaseStore } from '../store.js';
import type { Context } from './context.js';
import { isDuplicate } from './failures.js';
import { serverTime } from './server-time.js';

/**
 * By the server's clock. First an update, which one of many at once can do, and only then a plain insert, which one of many can do: an
 * upsert that loses such a race fails in a way of its own on each server.
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
