import { assert } from 'chai';
import { aTherapist } from '../../support/therapist-builder.js';
import { rejection, type StoreHarness, useStore } from './harness.js';

export function describeUnindexed(harness: StoreHarness): void {
  describe('what the search server does not hold yet', () => {
    const under = useStore(harness);
    const waiting = async (limit = 1000) => (await under.therapists.unindexed(limit)).map(({ id }) => id);

    it('is every new record, the oldest change first, up to the limit', async () => {
      assert.deepEqual(await waiting(), []);
      const first = await under.therapists.insert(aTherapist({ id: 'zzzzzzzz' }));
      const many = [aTherapist({ id: 'yyyyyyyy' }), aTherapist({ id: 'aaaaaaaa' })];
      await under.therapists.insertMany(many);
      assert.deepEqual(await waiting(), ['zzzzzzzz', 'yyyyyyyy', 'aaaaaaaa']);
      assert.deepEqual(await under.therapists.unindexed(1), [first]);
      await under.therapists.update(first);
      assert.deepEqual(await waiting(), ['yyyyyyyy', 'aaaaaaaa', 'zzzzzzzz']);
    });

    it('is no more what was marked, until it is written again', async () => {
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

    it('is what was written while it was sent', async () => {
      const sent = await under.therapists.insert(aTherapist());
      await under.therapists.update(sent);
      await under.therapists.markIndexed(sent.id, sent.revision);
      const [found] = await under.therapists.unindexed(10);
      assert.include(found, { id: sent.id, revision: 2, indexedRevision: 1 });
    });

    it('counts the revision under which a record is kept, not the one it came with', async () => {
      await under.therapists.insertMany([aTherapist({ revision: 5, indexedRevision: 5 })]);
      await under.therapists.insert(aTherapist({ revision: 7, indexedRevision: 7 }));
      assert.lengthOf(await waiting(), 2);
    });

    it('is marked for many at once, silently', async () => {
      const many = Array.from({ length: 30 }, () => aTherapist({ published: null }));
      await under.therapists.insertMany(many);
      const cursor = await under.therapists.cursor();
      const marks = many.slice(0, 29).map(({ id }) => ({ id, revision: 1 }));
      await under.therapists.markManyIndexed([...marks, { id: 'nobodyhere', revision: 1 }]);
      await under.therapists.markManyIndexed([]);
      assert.deepEqual(await waiting(), [many[29]!.id]);
      assert.isNull(await under.therapists.get('nobodyhere'));
      assert.deepEqual((await under.therapists.changesSince(cursor, 100)).changes, []);
      assert.include(await under.therapists.get(many[0]!.id), { revision: 1, indexedRevision: 1 });
    });

    it('refuses a limit or a number of marks that is out of bounds', async () => {
      for (const limit of [0, 1001, 1.5])
        assert.instanceOf(await rejection(under.therapists.unindexed(limit)), RangeError);
      const marks = Array.from({ length: 1001 }, () => ({ id: 'nobodyhere', revision: 1 }));
      assert.instanceOf(await rejection(under.therapists.markManyIndexed(marks)), RangeError);
    });
  });
}
