import { assert } from 'chai';
import { aTherapist } from '../../support/therapist-builder.js';
import { rejection, type StoreHarness, useStore } from './harness.js';

export function describeLifetime(harness: StoreHarness): void {
  describe('opening and closing', () => {
    const under = useStore(harness);

    it('answers a ping while it is open', async () => {
      await under.store.ping();
    });

    it('rejects every call once it is closed, and allows a second close', async () => {
      await under.store.close();
      await under.store.close();
      await rejection(under.store.ping());
      await rejection(under.therapists.get('no-such-id'));
      await rejection(under.therapists.insert(aTherapist()));
    });

    it('keeps its records for the next opening', async () => {
      const therapist = await under.therapists.insert(aTherapist());
      await under.store.close();
      const next = await under.again();
      assert.deepEqual(await next.therapists.get(therapist.id), therapist);
    });

    it('shows each opening what the other wrote', async () => {
      const other = await under.again();
      const mine = await under.therapists.insert(aTherapist());
      const theirs = await other.therapists.update({ ...mine, status: 'paused' });
      assert.deepEqual(await under.therapists.get(mine.id), theirs);
      await under.therapists.remove(mine.id);
      assert.isNull(await other.therapists.get(mine.id));
    });
  });
}
