import { assert } from 'chai';
import type { Therapist } from '../../../src/domain/therapist.js';
import type { TherapistStore } from '../../../src/storage/store.js';
import { aTherapist } from '../../support/therapist-builder.js';
import { rejection, type StoreHarness, useStore } from './harness.js';

export function describeReads(harness: StoreHarness): void {
  describe('reads', () => {
    const subject = useStore(harness);

    it('finds by id, slug and email in any case, or returns null', async () => {
      const therapist = await subject.therapists.insert(aTherapist({ email: 'Ana@practice.example' }));
      assert.deepEqual(await subject.therapists.get(therapist.id), therapist);
      assert.deepEqual(await subject.therapists.getBySlug(therapist.slug), therapist);
      assert.deepEqual(await subject.therapists.getByEmail('aNA@practice.example'), therapist);
      assert.isNull(await subject.therapists.get('no-such-id'));
      assert.isNull(await subject.therapists.getBySlug('nobody'));
      assert.isNull(await subject.therapists.getByEmail('nobody@practice.example'));
    });

    it('finds no record by hostile keys', async () => {
      const { id, slug, email } = await subject.therapists.insert(aTherapist({ slug: 'ana' }));
      const tails = ['\0', '\0tail', '%00', "' OR 1=1 --", '\uD800', '/../', ' '];
      for (const tail of [...tails, 'x'.repeat(100_000)]) {
        assert.isNull(await subject.therapists.get(id + tail));
        assert.isNull(await subject.therapists.getBySlug(slug + tail));
        assert.isNull(await subject.therapists.getByEmail(email + tail));
        assert.deepEqual(await subject.therapists.getMany([id + tail]), []);
      }
      assert.isNull(await subject.therapists.getBySlug('ANA'));
      assert.isNull(await subject.therapists.getBySlug(''));
    });

    it('returns many in the requested order, without missing ones', async () => {
      const [a, b, c] = [aTherapist(), aTherapist(), aTherapist()];
      await subject.therapists.insertMany([a, b, c]);
      const found = await subject.therapists.getMany([c.id, 'no-such-id', a.id, b.id]);
      assert.deepEqual(found, [c, a, b]);
      assert.deepEqual(await subject.therapists.getMany([]), []);
    });

    it('returns a thousand by id, and refuses more', async () => {
      const thousand = Array.from({ length: 1000 }, () => aTherapist({ published: null }));
      await subject.therapists.insertMany(thousand);
      const ids = thousand.map((therapist) => therapist.id).reverse();
      const found = await subject.therapists.getMany(ids);
      assert.deepEqual(
        found.map((therapist) => therapist.id),
        ids,
      );
      assert.instanceOf(await rejection(subject.therapists.getMany([...ids, 'onemore'])), RangeError);
    });

    it('counts all records, demonstration records, and the others', async () => {
      await subject.therapists.insertMany([aTherapist({ demo: true }), aTherapist(), aTherapist()]);
      assert.equal(await subject.therapists.count(), 3);
      assert.equal(await subject.therapists.count({}), 3);
      assert.equal(await subject.therapists.count({ demo: true }), 1);
      assert.equal(await subject.therapists.count({ demo: false }), 2);
    });

    it('pages through all records by id, each once', async () => {
      const many = Array.from({ length: 25 }, () => aTherapist());
      await subject.therapists.insertMany(many);
      for (const limit of [1, 7, 25, 1000])
        assert.deepEqual(await walk(subject.therapists, limit), many.map((therapist) => therapist.id).sort());
    });

    it('ends with null on an empty store, on the last page and past the end', async () => {
      assert.deepEqual(await subject.therapists.page(null, 10), { therapists: [], next: null });
      const therapist = await subject.therapists.insert(aTherapist());
      assert.deepEqual(await subject.therapists.page(null, 1), { therapists: [therapist], next: null });
      assert.deepEqual(await subject.therapists.page('zzzzzzzzzz', 1), { therapists: [], next: null });
    });

    it('refuses a limit that is not 1 to 1,000', async () => {
      for (const limit of [0, -1, 1001, 1.5, Number.NaN])
        assert.instanceOf(await rejection(subject.therapists.page(null, limit)), RangeError, String(limit));
    });

    it('skips and repeats no record while records change between pages', async () => {
      const ids = Array.from({ length: 20 }, (_, index) => `stays000${String(index).padStart(2, '0')}`);
      await subject.therapists.insertMany(ids.map((id) => aTherapist({ id })));
      const seen = await walk(subject.therapists, 3, async (page) => {
        const last = page.at(-1)?.id ?? '';
        await subject.therapists.remove(last);
        await subject.therapists.insert(aTherapist({ id: `aaa${last}` }));
      });
      assert.deepEqual(seen, ids);
    });

    it('returns copies, so that changing one does not change the store', async () => {
      const given = aTherapist();
      const kept = structuredClone(given);
      const inserted = await subject.therapists.insert(given);
      const read = await subject.therapists.get(given.id);
      for (const copy of [given, inserted, read]) {
        assert.isNotNull(copy);
        copy!.published!.contact.phone = '000-000-0000';
        copy!.findings.length = 0;
      }
      assert.deepEqual(await subject.therapists.get(kept.id), kept);
    });
  });
}

/** The ids of all pages, in order. */
async function walk(
  store: TherapistStore,
  limit: number,
  between: (page: Therapist[]) => Promise<void> = async () => {},
): Promise<string[]> {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page = await store.page(after, limit);
    seen.push(...page.therapists.map((therapist) => therapist.id));
    after = page.next;
    await between(page.therapists);
  } while (after !== null);
  return seen;
}
