import { assert } from 'chai';
import fc from 'fast-check';
import { Missing } from '../../../src/storage/store.js';
import { arbitraryTherapist } from '../../support/arbitrary-therapist.js';
import { aTherapist } from '../../support/therapist-builder.js';
import { assertConflict, rejection, type StoreHarness, useStore } from './harness.js';

export function describeRestore(harness: StoreHarness): void {
  describe('restore', () => {
    const under = useStore(harness);
    const changesAfter = async (cursor: string) => (await under.therapists.changesSince(cursor, 100)).changes;

    it('adds records as they are, except for the index mark', async () => {
      const many = [aTherapist({ revision: 7, indexedRevision: 6, demo: true }), aTherapist({ revision: 2 })];
      await under.therapists.restore(many);
      const stored = await under.therapists.getMany(many.map(({ id }) => id));
      assert.deepEqual(
        stored,
        many.map((therapist) => ({ ...therapist, indexedRevision: 0 })),
      );
    });

    it('returns any valid record with its original revision', async () => {
      await fc.assert(
        fc.asyncProperty(arbitraryTherapist, fc.integer({ min: 1, max: 1e9 }), async (any, revision) => {
          const therapist = { ...any, revision, indexedRevision: 0 };
          await under.therapists.restore([therapist]);
          assert.deepEqual(await under.therapists.get(therapist.id), therapist);
          await under.therapists.remove(therapist.id);
        }),
        { numRuns: 30 },
      );
    });

    it('adds none when the id, slug or email of one is taken', async () => {
      const existing = await under.therapists.insert(aTherapist());
      const { id, slug, email } = existing;
      await assertConflict(under.therapists.restore([aTherapist(), aTherapist({ id })]), 'id');
      await assertConflict(under.therapists.restore([aTherapist(), aTherapist({ slug })]), 'slug');
      await assertConflict(
        under.therapists.restore([aTherapist(), aTherapist({ email: email.toUpperCase() })]),
        'email',
      );
      assert.deepEqual((await under.therapists.page(null, 10)).therapists, [existing]);
    });

    it('accepts an empty list', async () => {
      await under.therapists.restore([]);
      assert.equal(await under.therapists.count(), 0);
    });

    it('continues counting from the restored revision', async () => {
      const therapist = aTherapist({ revision: 40 });
      await under.therapists.restore([therapist]);
      const next = await under.therapists.update({ ...therapist, status: 'paused' });
      assert.equal(next.revision, 41);
      await assertConflict(under.therapists.update(therapist), 'revision');
    });

    it('restores a removed record, and reports the change', async () => {
      const first = await under.therapists.insert(aTherapist());
      await under.therapists.remove(first.id);
      const cursor = await under.therapists.cursor();
      await under.therapists.restore([first]);
      assert.deepEqual(await changesAfter(cursor), [{ id: first.id, therapist: first }]);
    });

    it('overwrites a record with an older revision of it, and reports the change', async () => {
      const first = await under.therapists.insert(aTherapist());
      const second = await under.therapists.update({ ...first, status: 'paused' });
      await under.therapists.markIndexed(first.id, 2);
      const cursor = await under.therapists.cursor();
      await under.therapists.restoreOver(first, second.revision);
      assert.deepEqual(await under.therapists.get(first.id), first);
      assert.deepEqual(await changesAfter(cursor), [{ id: first.id, therapist: first }]);
    });

    it('refuses to overwrite a changed or missing record, or with a taken key', async () => {
      const [first, other] = [
        await under.therapists.insert(aTherapist()),
        await under.therapists.insert(aTherapist()),
      ];
      await assertConflict(under.therapists.restoreOver({ ...first, revision: 9 }, 8), 'revision');
      await assertConflict(under.therapists.restoreOver({ ...first, slug: other.slug }, 1), 'slug');
      await assertConflict(under.therapists.restoreOver({ ...first, email: other.email }, 1), 'email');
      assert.instanceOf(await rejection(under.therapists.restoreOver(aTherapist(), 1)), Missing);
      assert.deepEqual(await under.therapists.get(first.id), first);
      assert.equal(await under.therapists.count(), 2);
    });
  });
}
