import { assert } from 'chai';
import fc from 'fast-check';
import { Missing } from '../../../src/storage/store.js';
import { arbitraryTherapist } from '../../support/arbitrary-therapist.js';
import { aTherapist } from '../../support/therapist-builder.js';
import { assertConflict, rejection, type StoreHarness, useStore } from './harness.js';

export function describeRestore(harness: StoreHarness): void {
  describe('restore', () => {
    const under = useStore(harness);
    const told = async (cursor: string) => (await under.therapists.changesSince(cursor, 100)).changes;

    it('adds records as they are, but for the index mark', async () => {
      const many = [aTherapist({ revision: 7, indexedRevision: 6, demo: true }), aTherapist({ revision: 2 })];
      await under.therapists.restore(many);
      const stored = await under.therapists.getMany(many.map(({ id }) => id));
      assert.deepEqual(
        stored,
        many.map((therapist) => ({ ...therapist, indexedRevision: 0 })),
      );
    });

    it('gives any valid record back with the revision it had', async () => {
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

    it('adds none when the id, slug or e-mail of one is taken', async () => {
      const there = await under.therapists.insert(aTherapist());
      const { id, slug, email } = there;
      await assertConflict(under.therapists.restore([aTherapist(), aTherapist({ id })]), 'id');
      await assertConflict(under.therapists.restore([aTherapist(), aTherapist({ slug })]), 'slug');
      await assertConflict(
        under.therapists.restore([aTherapist(), aTherapist({ email: email.toUpperCase() })]),
        'email',
      );
      assert.deepEqual((await under.therapists.page(null, 10)).therapists, [there]);
    });

    it('takes an empty list', async () => {
      await under.therapists.restore([]);
      assert.equal(await under.therapists.count(), 0);
    });

    it('goes on counting from the revision that was restored', async () => {
      const therapist = aTherapist({ revision: 40 });
      await under.therapists.restore([therapist]);
      const next = await under.therapists.update({ ...therapist, status: 'paused' });
      assert.equal(next.revision, 41);
      await assertConflict(under.therapists.update(therapist), 'revision');
    });

    it('brings back what was removed, and tells of it', async () => {
      const first = await under.therapists.insert(aTherapist());
      await under.therapists.remove(first.id);
      const cursor = await under.therapists.cursor();
      await under.therapists.restore([first]);
      assert.deepEqual(await told(cursor), [{ id: first.id, therapist: first }]);
    });

    it('puts a record over another one of its id, backwards too, and tells of it', async () => {
      const first = await under.therapists.insert(aTherapist());
      const second = await under.therapists.update({ ...first, status: 'paused' });
      await under.therapists.markIndexed(first.id, 2);
      const cursor = await under.therapists.cursor();
      await under.therapists.restoreOver(first, second.revision);
      assert.deepEqual(await under.therapists.get(first.id), first);
      assert.deepEqual(await told(cursor), [{ id: first.id, therapist: first }]);
    });

    it('puts nothing over what was written since, what is not there, or with a key that is taken', async () => {
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
