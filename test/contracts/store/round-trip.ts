import { assert } from 'chai';
import fc from 'fast-check';
import { type Therapist, therapistSchema } from '../../../src/domain/therapist.js';
import { arbitraryTherapist } from '../../support/arbitrary-therapist.js';
import { type StoreHarness, useStore } from './harness.js';

export function describeRoundTrip(harness: StoreHarness): void {
  describe('round trip', () => {
    const subject = useStore(harness);

    it('returns any valid record as it was inserted', async () => {
      await fc.assert(
        fc.asyncProperty(arbitraryTherapist, async (therapist) => {
          assert.deepEqual(await subject.therapists.insert(therapist), therapist);
          for (const found of await everyWayTo(therapist)) {
            assert.deepEqual(found, therapist);
            assert.deepEqual(therapistSchema.parse(found), therapist);
          }
          await subject.therapists.remove(therapist.id);
        }),
        { numRuns: 60 },
      );
    });

    it('returns any valid record as it was updated', async () => {
      await fc.assert(
        fc.asyncProperty(arbitraryTherapist, arbitraryTherapist, async (before, after) => {
          const first = await subject.therapists.insert(before);
          const second = await subject.therapists.update({ ...after, id: first.id });
          assert.deepEqual(second, { ...after, id: first.id, revision: 2 });
          assert.deepEqual(await subject.therapists.get(first.id), second);
          await subject.therapists.remove(first.id);
        }),
        { numRuns: 30 },
      );
    });

    async function everyWayTo({ id, slug, email }: Therapist): Promise<(Therapist | null | undefined)[]> {
      const { therapists } = subject;
      const page = await therapists.page(null, 1);
      const [many] = await therapists.getMany([id]);
      return [
        await therapists.get(id),
        await therapists.getBySlug(slug),
        await therapists.getByEmail(email),
        many,
        page.therapists[0],
      ];
    }
  });
}
