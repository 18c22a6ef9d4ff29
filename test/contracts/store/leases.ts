import { setTimeout as wait } from 'node:timers/promises';
import { assert } from 'chai';
import { type StoreHarness, useStore } from './harness.js';

const START = Date.parse('2026-03-02T12:00:00.000Z');
const LONG = 60_000;
const SHORT = 250;

export function describeLeases(harness: StoreHarness): void {
  describe('leases', () => {
    const subject = useStore(harness);
    let ahead = 0;
    beforeEach(() => {
      ahead = 0;
    });
    const take = (holder: string, forMs = LONG, name = 'sweeping') =>
      subject.store.leases.take(name, holder, forMs, new Date(START + ahead).toISOString());
    /** Moves past the end of a short lease. */
    async function letItExpire(): Promise<void> {
      if (harness.hasOwnClock) await wait(SHORT + 50);
      else ahead += SHORT;
    }

    it('gives a lease to one of twenty callers at once, across openings', async () => {
      const other = await subject.again();
      const asking = Array.from({ length: 20 }, (_, at) =>
        (at % 2 ? subject.store : other).leases.take(
          'sweeping',
          `p${at}`,
          LONG,
          new Date(START).toISOString(),
        ),
      );
      const won = (await Promise.all(asking)).flatMap((got, at) => (got ? `p${at}` : []));
      assert.lengthOf(won, 1);
      assert.isTrue(await take(won[0]!));
      assert.isFalse(await take('another'));
    });

    it('gives an expired lease to one of twenty callers', async () => {
      await take('old', SHORT);
      assert.isFalse(await take('new'));
      await letItExpire();
      const won = await Promise.all(Array.from({ length: 20 }, (_, at) => take(`p${at}`)));
      assert.lengthOf(won.filter(Boolean), 1);
      assert.isFalse(await take('old'));
    });

    it('extends a lease that is renewed', async () => {
      await take('me', SHORT);
      assert.isTrue(await take('me'));
      await letItExpire();
      assert.isFalse(await take('you'));
    });

    it('frees a lease that is released', async () => {
      await take('me');
      await subject.store.leases.release('sweeping', 'me');
      assert.isTrue(await take('you'));
    });

    it('ignores a release by another holder or of another lease', async () => {
      await take('me');
      await subject.store.leases.release('sweeping', 'you');
      await subject.store.leases.release('dusting', 'me');
      assert.isFalse(await take('you'));
    });

    it('keeps leases of different names apart', async () => {
      assert.isTrue(await take('me', LONG, 'sweeping'));
      assert.isTrue(await take('you', LONG, 'dusting'));
    });
  });
}
