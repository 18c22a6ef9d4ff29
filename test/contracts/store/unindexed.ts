import { assert } from 'chai';
import { aTherapist } from '../../support/therapist-builder.js';
import { rejection, type StoreHarness, useStore } from './harness.js';

export function describeUnindexed(harness: StoreHarness): void {
  describe('unindexed records', () => {
    const subject = useStore(harness);
    const waiting = async (limit = 1000) => (await subject.therapists.unindexed(limit)).map(({ id }) => id);

    it('lists every new record, oldest change first, up to the limit', async () => {
      assert.deepEqual(await waiting(), []);
      const first = await subject.therapists.insert(aTherapist({ id: 'zzzzzzzz' }));
      const many = [aTherapist({ id: 'yyyyyyyy' }), aTherapist({ id: 'aaaaaaaa' })];
      await subject.therapists.insertMany(many);
      assert.deepEqual(await waiting(), ['zzzzzzzz', 'yyyyyyyy', 'aaaaaaaa']);
      assert.deepEqual(await subject.therapists.unindexed(1), [first]);
      await subject.therapists.update(first);
      assert.deepEqual(await waiting(), ['yyyyyyyy', 'aaaaaaaa', 'zzzzzzzz']);
    });

    it('drops a marked record until it is written again', async () => {
      const [one, other] = [aTherapist(), aTherapist()];
      await subject.therapists.insertMany([one, other]);
      await subject.therapists.markIndexed(one.id, 1);
      assert.deepEqual(await waiting(), [other.id]);
      const again = await subject.therapists.update({ ...one, indexedRevision: 1 });
      assert.deepEqual(await waiting(), [other.id, one.id]);
      assert.equal(again.indexedRevision, 1);
      await subject.therapists.markIndexed(one.id, 2);
      await subject.therapists.remove(other.id);
      assert.deepEqual(await waiting(), []);
    });

    it('lists a record that was written while it was sent', async () => {
      const sent = await subject.therapists.insert(aTherapist());
      await subject.therapists.update(sent);
      await subject.therapists.markIndexed(sent.id, sent.revision);
      const [found] = await subject.therapists.unindexed(10);
      assert.include(found, { id: sent.id, revision: 2, indexedRevision: 1 });
    });

    it('compares with the stored revision of a record, not with the one it was inserted with', async () => {
      await subject.therapists.insertMany([aTherapist({ revision: 5, indexedRevision: 5 })]);
      await subject.therapists.insert(aTherapist({ revision: 7, indexedRevision: 7 }));
      assert.lengthOf(await waiting(), 2);
    });

    it('marks many at once, and reports no change', async () => {
      const many = Array.from({ length: 30 }, () => aTherapist({ published: null }));
      await subject.therapists.insertMany(many);
      const cursor = await subject.therapists.cursor();
      const marks = many.slice(0, 29).map(({ id }) => ({ id, revision: 1 }));
      await subject.therapists.markManyIndexed([...marks, { id: 'no-such-id', revision: 1 }]);
      await subject.therapists.markManyIndexed([]);
      assert.deepEqual(await waiting(), [many[29]!.id]);
      assert.isNull(await subject.therapists.get('no-such-id'));
      assert.deepEqual((await subject.therapists.changesSince(cursor, 100)).changes, []);
      assert.include(await subject.therapists.get(many[0]!.id), { revision: 1, indexedRevision: 1 });
    });

    it('refuses a limit or a number of marks out of bounds', async () => {
      for (const limit of [0, 1001, 1.5])
        assert.instanceOf(await rejection(subject.therapists.unindexed(limit)), RangeError);
      const marks = Array.from({ length: 1001 }, () => ({ id: 'no-such-id', revision: 1 }));
      assert.instanceOf(await rejection(subject.therapists.markManyIndexed(marks)), RangeError);
    });
  });
}
