import { assert } from 'chai';
import { aTherapist } from '../../support/therapist-builder.js';
import { assertConflict, type StoreHarness, useStore } from './harness.js';

export function describeUniqueKeys(harness: StoreHarness): void {
  describe('unique keys', () => {
    const subject = useStore(harness);

    it('refuses a second record with the same id', async () => {
      const { id } = await subject.therapists.insert(aTherapist());
      await assertConflict(subject.therapists.insert(aTherapist({ id })), 'id');
    });

    it('refuses a second record with the same slug', async () => {
      const { slug } = await subject.therapists.insert(aTherapist());
      await assertConflict(subject.therapists.insert(aTherapist({ slug })), 'slug');
    });

    it('refuses a second record with the same email in another case', async () => {
      await subject.therapists.insert(aTherapist({ email: 'Ana.Ruiz@Practice.example' }));
      await assertConflict(
        subject.therapists.insert(aTherapist({ email: 'ana.ruiz@PRACTICE.example' })),
        'email',
      );
      assert.equal(await subject.therapists.count(), 1);
    });

    it('leaves the address out of the message', async () => {
      const { email } = await subject.therapists.insert(aTherapist());
      const error = await subject.therapists.insert(aTherapist({ email })).catch((caught: Error) => caught);
      assert.notInclude((error as Error).message, email);
    });

    for (const field of ['id', 'slug', 'email'] as const)
      it(`refuses the same ${field} twice among many`, async () => {
        const first = aTherapist();
        const second = aTherapist({ [field]: first[field] });
        await assertConflict(subject.therapists.insertMany([first, aTherapist(), second]), field);
        assert.equal(await subject.therapists.count(), 0);
      });

    it('refuses an update to a taken slug or email', async () => {
      const taken = await subject.therapists.insert(aTherapist());
      const mine = await subject.therapists.insert(aTherapist());
      await assertConflict(subject.therapists.update({ ...mine, slug: taken.slug }), 'slug');
      await assertConflict(subject.therapists.update({ ...mine, email: taken.email.toUpperCase() }), 'email');
      assert.deepEqual(await subject.therapists.get(mine.id), mine);
    });

    it('lets a record keep its keys or change the case of its email', async () => {
      const first = await subject.therapists.insert(aTherapist({ email: 'ana@practice.example' }));
      await subject.therapists.update({ ...first, email: 'Ana@practice.example' });
      assert.equal(
        (await subject.therapists.getByEmail('ANA@practice.example'))?.email,
        'Ana@practice.example',
      );
    });

    it('frees the keys that an update changed', async () => {
      const first = await subject.therapists.insert(aTherapist());
      await subject.therapists.update({ ...first, slug: 'moved', email: 'moved@practice.example' });
      await subject.therapists.insert(aTherapist({ slug: first.slug, email: first.email }));
      assert.equal((await subject.therapists.getBySlug('moved'))?.id, first.id);
    });

    it('frees the keys of a removed record', async () => {
      const { id, slug, email } = await subject.therapists.insert(aTherapist());
      await subject.therapists.remove(id);
      await subject.therapists.insert(aTherapist({ id, slug, email }));
      assert.equal(await subject.therapists.count(), 1);
    });

    it('lets exactly one of twenty concurrent inserts have a slug', async () => {
      const other = await subject.again();
      const racers = Array.from({ length: 20 }, (_, index) =>
        (index % 2 === 0 ? subject.store : other).therapists.insert(aTherapist({ slug: 'wanted' })),
      );
      const outcomes = await Promise.allSettled(racers);
      assert.equal(outcomes.filter((outcome) => outcome.status === 'fulfilled').length, 1);
      assert.equal(await subject.therapists.count(), 1);
    });
  });
}
