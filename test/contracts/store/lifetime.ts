import { assert } from 'chai';
import { aTherapist } from '../../support/therapist-builder.js';
import { rejection, type StoreHarness, useStore } from './harness.js';

export function describeLifetime(harness: StoreHarness): void {
  describe('opening and closing', () => {
    const subject = useStore(harness);

    it('answers a ping while it is open', async () => {
      await subject.store.ping();
    });

    it('rejects every call once it is closed, and allows a second close', async () => {
      await subject.store.close();
      await subject.store.close();
      await rejection(subject.store.ping());
      await rejection(subject.therapists.get('no-such-id'));
      await rejection(subject.therapists.insert(aTherapist()));
    });

    it('keeps its records for the next opening', async () => {
      const therapist = await subject.therapists.insert(aTherapist());
      await subject.store.close();
      const next = await subject.again();
      assert.deepEqual(await next.therapists.get(therapist.id), therapist);
    });

    it('shows each opening what the other wrote', async () => {
      const other = await subject.again();
      const mine = await subject.therapists.insert(aTherapist());
      const theirs = await other.therapists.update({ ...mine, status: 'paused' });
      assert.deepEqual(await subject.therapists.get(mine.id), theirs);
      await subject.therapists.remove(mine.id);
      assert.isNull(await other.therapists.get(mine.id));
    });
  });
}
