import { createHash, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../domain/calendar.js';
import { MS_PER_DAY } from '../domain/calendar.js';
import type { Sheet } from '../domain/sheet.js';
import { sheets } from '../storage/kinds.js';
import type { Store } from '../storage/store.js';

/** What a sheet is made of. */
export interface Order
  extends Pick<Sheet, 'therapistIds' | 'state' | 'payer' | 'line' | 'practice' | 'contact'> {
  days: number;
}

/** What the two links hold. The store keeps hashes of them alone. */
export interface SheetKeys {
  token: string;
  endToken: string;
}

export interface Referrals {
  make(order: Order): Promise<SheetKeys>;
  /** The sheet of this token; `null` when it has run out or was ended as when it never was. */
  read(token: string): Promise<Sheet | null>;
  /** The same, for the maker, who holds the link that ends it. */
  readAsMaker(keys: SheetKeys): Promise<Sheet | null>;
  /** Ends it and says whether there was anything to end. */
  end(keys: SheetKeys): Promise<boolean>;
  /** How many current sheets name the therapist. */
  countNaming(therapistId: string): Promise<number>;
}

/** Beyond so many nobody counts on. */
const MOST_COUNTED = 1000;

export interface ReferralsDeps {
  store: Store;
  clock: Clock;
  newId: () => string;
}

export function createReferrals({ store, clock, newId }: ReferralsDeps): Referrals {
  const kept = store.records(sheets);
  const isCurrent = (sheet: Sheet) => sheet.endsAt > clock.now().toISOString();

  async function read(token: string): Promise<Sheet | null> {
    const sheet = await kept.get(hashOf(token));
    return sheet !== null && isCurrent(sheet) ? sheet : null;
  }

  async function readAsMaker({ token, endToken }: SheetKeys): Promise<Sheet | null> {
    const sheet = await read(token);
    return same(sheet?.revokeHash ?? hashOf(''), hashOf(endToken)) ? sheet : null;
  }

  return {
    async make({ days, ...order }) {
      const keys = { token: newId() + newId(), endToken: newId() + newId() };
      const now = clock.now();
      await kept.insert({
        ...order,
        id: hashOf(keys.token),
        revision: 1,
        revokeHash: hashOf(keys.endToken),
        createdAt: now.toISOString(),
        endsAt: new Date(now.getTime() + days * MS_PER_DAY).toISOString(),
      });
      return keys;
    },
    read,
    readAsMaker,
    async end(keys) {
      const sheet = await readAsMaker(keys);
      return sheet !== null && kept.remove(sheet.id);
    },
    async countNaming(therapistId) {
      const naming = await kept.tagged(`therapist:${therapistId}`, {
        limit: MOST_COUNTED,
        newestFirst: true,
      });
      return naming.filter(isCurrent).length;
    },
  };
}

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

/** Takes as long for a near miss as for any other. */
const same = (a: string, b: string) =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
