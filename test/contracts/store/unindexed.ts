import { assert } from 'chai';
import { aTherapist } from '../../support/therapist-builder.js';
import { rejection, type StoreHarness, useStore } from './harness.js';

export function describeUnindexed(harness: StoreHarness): void {
  describe('unindexed records', () => {
    const under = useStore(harness);
    const waiting = async (limit = 1000) => (await under.therapists.unindexed(limit)).map(({ id }) => id);

    it('lists every new record, oldest change first, up to the limit', async () => {
      assert.deepEqual(await waiting(), []);
      const first = await under.therapists.insert(aTherapist({ id: 'zzzzzzzz' }));
      const many = [aTherapist({ id: 'yyyyyyyy' }), aTherapist({ id: 'aaaaaaaa' })];
      await under.therapists.insertMany(many);
      assert.deepEqual(await waiting(), ['zzzzzzzz', 'yyyyyyyy', 'aaaaaaaa']);
      assert.deepEqual(await under.therapists.unindexed(1), [first]);
      await under.therapists.update(first);
      assert.deepEqual(await waiting(), ['yyyyyyyy', 'aaaaaaaa', 'zzzzzzzz']);
    });

    it('drops a marked record until it is written again', async () => {
      const [one, other] = [aTherapist(), aTherapist()];
      await under.therapists.insertMany([one, other]);
      await under.therapists.markIndexed(one.id, 1);
      assert.deepEqual(await waiting(), [other.id]);
      const again = await under.therapists.update({ ...one, indexedRevision: 1 });
      assert.deepEqual(await waiting(), [other.id, one.id]);
      assert.equal(again.indexedRevision, 1);
      await under.therapists.markIndexed(one.id, 2);
      await under.therapists.remove(other.id);
      assert.deepEqual(await waiting(), []);
    });

    it('lists a record that was written while it was sent', async () => {
      const sent = await under.therapists.insert(aTherapist());
      await under.therapists.update(sent);
      await under.therapists.markIndexed(sent.id, sent.revision);
      const [found] = await under.therapists.unindexed(10);
      assert.include(found, { id: sent.id, revision: 2, indexedRevision: 1 });
    });

    it('compares with the stored revision of a record, not with the one it was inserted with', async () => {
      await under.therapists.insertMany([aTherapist({ revision: 5, indexedRevision: 5 })]);
      await under.therapists.insert(aTherapist({ revision: 7, indexedRevision: 7 }));
      assert.lengthOf(await waiting(), 2);
    });

    it('marks many at once, and reports no change', async () => {
      const many = Array.from({ length: 30 }, () => aTherapist({ published: null }));
      await under.therapists.insertMany(many);
      const cursor = await under.therapists.cursor();
      const marks = many.slice(0, 29).map(({ id }) => ({ id, revision: 1 }));
      await under.therapists.markManyIndexed([...marks, { id: 'no-such-id', revision: 1 }]);
      await under.therapists.markManyIndexed([]);
      assert.deepEqual(await waiting(), [many[29]!.id]);
      assert.isNull(await under.therapists.get('no-such-id'));
      assert.deepEqual((await under.therapists.changesSince(cursor, 100)).changes, []);
      assert.include(await under.therapists.get(many[0]!.id), { revision: 1, indexedRevision: 1 });
    });

    it('refuses a limit or a number of marks out of bounds', async () => {
      for (const limit of [0, 1001, 1.5])
        assert.instanceOf(await rejection(under.therapists.unindexed(limit)), RangeError);
      const marks = Array.from({ length: 1001 }, () => ({ id: 'no-such-id', revision: 1 }));
      assert.instanceOf(await rejection(under.therapists.markManyIndexed(marks)), RangeError);
    });
  });
}
