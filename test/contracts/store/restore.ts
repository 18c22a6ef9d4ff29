import { assert } from 'chai';
import fc from 'fast-check';
import { Missing } from '../../../src/storage/store.js';
import { arbitraryTherapist } from '../../support/arbitrary-therapist.js';
import { aTherapist } from '../../support/therapist-builder.js';
import { assertConflict, rejection, type StoreHarness, useStore } from './harness.js';

export function describeRestore(harness: StoreHarness): void {
  describe('restore', () => {
    const subject = useStore(harness);
    const changesAfter = async (cursor: string) =>
      (await subject.therapists.changesSince(cursor, 100)).changes;

    it('adds records as they are, except for the index mark', async () => {
      const many = [aTherapist({ revision: 7, indexedRevision: 6, demo: true }), aTherapist({ revision: 2 })];
      await subject.therapists.restore(many);
      const stored = await subject.therapists.getMany(many.map(({ id }) => id));
      assert.deepEqual(
        stored,
        many.map((therapist) => ({ ...therapist, indexedRevision: 0 })),
      );
    });

    it('returns any valid record with its original revision', async () => {
      await fc.assert(
        fc.asyncProperty(arbitraryTherapist, fc.integer({ min: 1, max: 1e9 }), async (any, revision) => {
          const therapist = { ...any, revision, indexedRevision: 0 };
          await subject.therapists.restore([therapist]);
          assert.deepEqual(await subject.therapists.get(therapist.id), therapist);
          await subject.therapists.remove(therapist.id);
        }),
        { numRuns: 30 },
      );
    });

    it('adds none when the id, slug or email of one is taken', async () => {
      const existing = await subject.therapists.insert(aTherapist());
      const { id, slug, email } = existing;
      await assertConflict(subject.therapists.restore([aTherapist(), aTherapist({ id })]), 'id');
      await assertConflict(subject.therapists.restore([aTherapist(), aTherapist({ slug })]), 'slug');
      await assertConflict(
        subject.therapists.restore([aTherapist(), aTherapist({ email: email.toUpperCase() })]),
        'email',
      );
      assert.deepEqual((await subject.therapists.page(null, 10)).therapists, [existing]);
    });

    it('accepts an empty list', async () => {
      await subject.therapists.restore([]);
      assert.equal(await subject.therapists.count(), 0);
    });

    it('continues counting from the restored revision', async () => {
      const therapist = aTherapist({ revision: 40 });
      await subject.therapists.restore([therapist]);
      const next = await subject.therapists.update({ ...therapist, status: 'paused' });
      assert.equal(next.revision, 41);
      await assertConflict(subject.therapists.update(therapist), 'revision');
    });

    it('restores a removed record, and reports the change', async () => {
      const first = await subject.therapists.insert(aTherapist());
      await subject.therapists.remove(first.id);
      const cursor = await subject.therapists.cursor();
      await subject.therapists.restore([first]);
      assert.deepEqual(await changesAfter(cursor), [{ id: first.id, therapist: first }]);
    });

    it('overwrites a record with an older revision of it, and reports the change', async () => {
      const first = await subject.therapists.insert(aTherapist());
      const second = await subject.therapists.update({ ...first, status: 'paused' });
      await subject.therapists.markIndexed(first.id, 2);
      const cursor = await subject.therapists.cursor();
      await subject.therapists.restoreOver(first, second.revision);
      assert.deepEqual(await subject.therapists.get(first.id), first);
      assert.deepEqual(await changesAfter(cursor), [{ id: first.id, therapist: first }]);
    });

    it('refuses to overwrite a changed or missing record, or with a taken key', async () => {
      const [first, other] = [
        await subject.therapists.insert(aTherapist()),
        await subject.therapists.insert(aTherapist()),
      ];
      await assertConflict(subject.therapists.restoreOver({ ...first, revision: 9 }, 8), 'revision');
      await assertConflict(subject.therapists.restoreOver({ ...first, slug: other.slug }, 1), 'slug');
      await assertConflict(subject.therapists.restoreOver({ ...first, email: other.email }, 1), 'email');
      assert.instanceOf(await rejection(subject.therapists.restoreOver(aTherapist(), 1)), Missing);
      assert.deepEqual(await subject.therapists.get(first.id), first);
      assert.equal(await subject.therapists.count(), 2);
    });
  });
}
