import { assert } from 'chai';
import { Conflict, Missing } from '../../../src/storage/store.js';
import { aTherapist } from '../../support/therapist-builder.js';
import { assertConflict, rejection, type StoreHarness, useStore } from './harness.js';

export function describeWrites(harness: StoreHarness): void {
  describe('writes', () => {
    const subject = useStore(harness);

    it('inserts with revision 1, whatever revision is passed', async () => {
      const therapist = aTherapist({ revision: 7 });
      assert.deepEqual(await subject.therapists.insert(therapist), { ...therapist, revision: 1 });
      assert.deepEqual(await subject.therapists.get(therapist.id), { ...therapist, revision: 1 });
    });

    it('inserts many with revision 1', async () => {
      const many = [aTherapist({ revision: 3 }), aTherapist()];
      await subject.therapists.insertMany(many);
      const stored = await subject.therapists.getMany(many.map((therapist) => therapist.id));
      assert.deepEqual(
        stored,
        many.map((therapist) => ({ ...therapist, revision: 1 })),
      );
    });

    it('inserts none of many when one is refused', async () => {
      const taken = await subject.therapists.insert(aTherapist());
      const many = [aTherapist(), aTherapist({ slug: taken.slug })];
      await assertConflict(subject.therapists.insertMany(many), 'slug');
      assert.equal(await subject.therapists.count(), 1);
    });

    it('accepts an empty list', async () => {
      await subject.therapists.insertMany([]);
      assert.equal(await subject.therapists.count(), 0);
    });

    it('updates the record that was read, and returns the next revision', async () => {
      const first = await subject.therapists.insert(aTherapist());
      const second = await subject.therapists.update({ ...first, status: 'paused' });
      assert.deepEqual(second, { ...first, status: 'paused', revision: 2 });
      assert.deepEqual(await subject.therapists.get(first.id), second);
    });

    it('refuses an update of an old revision, and keeps the record', async () => {
      const first = await subject.therapists.insert(aTherapist());
      const second = await subject.therapists.update({ ...first, status: 'paused' });
      await assertConflict(subject.therapists.update({ ...first, status: 'withdrawn' }), 'revision');
      await assertConflict(subject.therapists.update({ ...first, revision: 3 }), 'revision');
      assert.deepEqual(await subject.therapists.get(first.id), second);
    });

    it('refuses an update of a missing record', async () => {
      assert.instanceOf(await rejection(subject.therapists.update(aTherapist())), Missing);
      assert.equal(await subject.therapists.count(), 0);
    });

    it('lets exactly one of fifty concurrent updates of one revision win, across openings', async () => {
      const other = await subject.again();
      const first = await subject.therapists.insert(aTherapist());
      const racers = Array.from({ length: 50 }, (_, index) => {
        const { therapists } = index % 2 === 0 ? subject.store : other;
        return therapists.update({ ...first, draftRevision: index + 1 });
      });
      const outcomes = await Promise.allSettled(racers);
      const winners = outcomes.filter((outcome) => outcome.status === 'fulfilled');
      const losers = outcomes.filter((outcome) => outcome.status === 'rejected');
      assert.equal(winners.length, 1);
      assert.isTrue(losers.every(({ reason }) => reason instanceof Conflict && reason.field === 'revision'));
      assert.deepEqual(await subject.therapists.get(first.id), winners[0]?.value);
    });

    it('removes for good, and ignores a second removal', async () => {
      const { id, slug, email } = await subject.therapists.insert(aTherapist());
      await subject.therapists.remove(id);
      await subject.therapists.remove(id);
      assert.isNull(await subject.therapists.get(id));
      assert.isNull(await subject.therapists.getBySlug(slug));
      assert.isNull(await subject.therapists.getByEmail(email));
      assert.equal(await subject.therapists.count(), 0);
    });

    it('removes exactly the demonstration records, and returns how many', async () => {
      const real = [aTherapist(), aTherapist()];
      const demo = Array.from({ length: 5 }, () => aTherapist({ demo: true }));
      await subject.therapists.insertMany([...demo, ...real]);
      assert.equal(await subject.therapists.removeDemo(), 5);
      assert.equal(await subject.therapists.removeDemo(), 0);
      const { therapists } = await subject.therapists.page(null, 10);
      assert.sameMembers(
        therapists.map((therapist) => therapist.id),
        real.map((therapist) => therapist.id),
      );
    });

    it('uses the last value of `demo` when it removes the demonstration', async () => {
      const first = await subject.therapists.insert(aTherapist({ demo: true }));
      await subject.therapists.update({ ...first, demo: false });
      assert.equal(await subject.therapists.removeDemo(), 0);
      assert.equal(await subject.therapists.count(), 1);
    });
  });
}
