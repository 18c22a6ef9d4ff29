import { setTimeout as wait } from 'node:timers/promises';
import { assert } from 'chai';
import { type StoreHarness, useStore } from './harness.js';

const LONG = 60_000;
const SHORT = 250;

export function describeLeases(harness: StoreHarness): void {
  describe('leases', () => {
    const under = useStore(harness);
    const take = (holder: string, forMs = LONG, name = 'sweeping') =>
      under.store.leases.take(name, holder, forMs, new Date().toISOString());

    it('go to one of twenty who ask at once, through whatever opening', async () => {
      const other = await under.again();
      const asking = Array.from({ length: 20 }, (_, at) =>
        (at % 2 ? under.store : other).leases.take('sweeping', `p${at}`, LONG, new Date().toISOString()),
      );
      const won = (await Promise.all(asking)).flatMap((got, at) => (got ? `p${at}` : []));
      assert.lengthOf(won, 1);
      assert.isTrue(await take(won[0]!));
      assert.isFalse(await take('somebody else'));
    });

    it('go to one of twenty when the last one has run out', async () => {
      await take('the dead', SHORT);
      assert.isFalse(await take('the quick'));
      await wait(SHORT + 50);
      const won = await Promise.all(Array.from({ length: 20 }, (_, at) => take(`p${at}`)));
      assert.lengthOf(won.filter(Boolean), 1);
      assert.isFalse(await take('the dead'));
    });

    it('last longer when they are renewed', async () => {
      await take('me', SHORT);
      assert.isTrue(await take('me'));
      await wait(SHORT + 50);
      assert.isFalse(await take('you'));
    });

    it('are free once they are given back', async () => {
      await take('me');
      await under.store.leases.release('sweeping', 'me');
      assert.isTrue(await take('you'));
    });

    it('are not given back by anybody else, nor twice', async () => {
      await take('me');
      await under.store.leases.release('sweeping', 'you');
      await under.store.leases.release('dusting', 'me');
      assert.isFalse(await take('you'));
    });

    it('know nothing of each other', async () => {
      assert.isTrue(await take('me', LONG, 'sweeping'));
      assert.isTrue(await take('you', LONG, 'dusting'));
    });
  });
}
