import type { LeaseStore } from '../store.js';
import { type Context, write } from './context.js';

interface Lease {
  holder: string;
  ends_at: string;
}

const TAKE = `INSERT INTO leases (name, holder, ends_at) VALUES (?, ?, ?)
              ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, ends_at = excluded.ends_at`;

/** Uses the holder's clock: the file and all its holders are on one machine. */
export function leaseStore(context: Context): LeaseStore {
  const { connection } = context;

  function isHeldByAnother(name: string, holder: string, now: string): boolean {
    const [lease] = connection.all<Lease>('SELECT holder, ends_at FROM leases WHERE name = ?', name);
    return lease !== undefined && lease.holder !== holder && lease.ends_at > now;
  }

  return {
    async take(name, holder, forMs, now) {
      // Most calls find the lease taken. They write nothing and wait for no lock.
      if (isHeldByAnother(name, holder, now)) return false;
      const endsAt = new Date(Date.parse(now) + forMs).toISOString();
      return write(context, () => {
        if (isHeldByAnother(name, holder, now)) return false;
        connection.run(TAKE, name, holder, endsAt);
        return true;
      });
    },
    async release(name, holder) {
      write(context, () => connection.run('DELETE FROM leases WHERE name = ? AND holder = ?', name, holder));
    },
  };
}
