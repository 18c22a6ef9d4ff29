import { assert } from 'chai';
import { Conflict, Missing } from '../../../src/storage/store.js';
import { aTherapist } from '../../support/therapist-builder.js';
import { assertConflict, rejection, type StoreHarness, useStore } from './harness.js';

export function describeWrites(harness: StoreHarness): void {
  describe('writes', () => {
    const under = useStore(harness);

    it('inserts with revision 1, whatever revision is passed', async () => {
      const therapist = aTherapist({ revision: 7 });
      assert.deepEqual(await under.therapists.insert(therapist), { ...therapist, revision: 1 });
      assert.deepEqual(await under.therapists.get(therapist.id), { ...therapist, revision: 1 });
    });

    it('inserts many with revision 1', async () => {
      const many = [aTherapist({ revision: 3 }), aTherapist()];
      await under.therapists.insertMany(many);
      const stored = await under.therapists.getMany(many.map((therapist) => therapist.id));
      assert.deepEqual(
        stored,
        many.map((therapist) => ({ ...therapist, revision: 1 })),
      );
    });

    it('inserts none of many when one is refused', async () => {
      const taken = await under.therapists.insert(aTherapist());
      const many = [aTherapist(), aTherapist({ slug: taken.slug })];
      await assertConflict(under.therapists.insertMany(many), 'slug');
      assert.equal(await under.therapists.count(), 1);
    });

    it('accepts an empty list', async () => {
      await under.therapists.insertMany([]);
      assert.equal(await under.therapists.count(), 0);
    });

    it('updates the record that was read, and returns the next revision', async () => {
      const first = await under.therapists.insert(aTherapist());
      const second = await under.therapists.update({ ...first, status: 'paused' });
      assert.deepEqual(second, { ...first, status: 'paused', revision: 2 });
      assert.deepEqual(await under.therapists.get(first.id), second);
    });

    it('refuses an update of an old revision, and keeps the record', async () => {
      const first = await under.therapists.insert(aTherapist());
      const second = await under.therapists.update({ ...first, status: 'paused' });
      await assertConflict(under.therapists.update({ ...first, status: 'withdrawn' }), 'revision');
      await assertConflict(under.therapists.update({ ...first, revision: 3 }), 'revision');
      assert.deepEqual(await under.therapists.get(first.id), second);
    });

    it('refuses an update of a missing record', async () => {
      assert.instanceOf(await rejection(under.therapists.update(aTherapist())), Missing);
      assert.equal(await under.therapists.count(), 0);
    });

    it('lets exactly one of fifty concurrent updates of one revision win, across openings', async () => {
      const other = await under.again();
      const first = await under.therapists.insert(aTherapist());
      const racers = Array.from({ length: 50 }, (_, index) => {
        const { therapists } = index % 2 === 0 ? under.store : other;
        return therapists.update({ ...first, draftRevision: index + 1 });
      });
      const outcomes = await Promise.allSettled(racers);
      const winners = outcomes.filter((outcome) => outcome.status === 'fulfilled');
      const losers = outcomes.filter((outcome) => outcome.status === 'rejected');
      assert.equal(winners.length, 1);
      assert.isTrue(losers.every(({ reason }) => reason instanceof Conflict && reason.field === 'revision'));
      assert.deepEqual(await under.therapists.get(first.id), winners[0]?.value);
    });

    it('removes for good, and ignores a second removal', async () => {
      const { id, slug, email } = await under.therapists.insert(aTherapist());
      await under.therapists.remove(id);
      await under.therapists.remove(id);
      assert.isNull(await under.therapists.get(id));
      assert.isNull(await under.therapists.getBySlug(slug));
      assert.isNull(await under.therapists.getByEmail(email));
      assert.equal(await under.therapists.count(), 0);
    });

    it('removes exactly the demonstration records, and returns how many', async () => {
      const real = [aTherapist(), aTherapist()];
      const demo = Array.from({ length: 5 }, () => aTherapist({ demo: true }));
      await under.therapists.insertMany([...demo, ...real]);
      assert.equal(await under.therapists.removeDemo(), 5);
      assert.equal(await under.therapists.removeDemo(), 0);
      const { therapists } = await under.therapists.page(null, 10);
      assert.sameMembers(
        therapists.map((therapist) => therapist.id),
        real.map((therapist) => therapist.id),
      );
    });

    it('uses the last value of `demo` when it removes the demonstration', async () => {
      const first = await under.therapists.insert(aTherapist({ demo: true }));
      await under.therapists.update({ ...first, demo: false });
      assert.equal(await under.therapists.removeDemo(), 0);
      assert.equal(await under.therapists.count(), 1);
    });
  });
}
