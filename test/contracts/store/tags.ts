import { assert } from 'chai';
import fc from 'fast-check';
import type { Therapist } from '../../../src/domain/therapist.js';
import {
  nameTag,
  npiTag,
  QUEUE_TAG,
  statusTag,
  taggedAt,
  tagsOf,
} from '../../../src/domain/therapist-tags.js';
import { upgradeRecord } from '../../../src/storage/record-versions.js';
import type { TherapistStore } from '../../../src/storage/store.js';
import { arbitraryTherapist } from '../../support/arbitrary-therapist.js';
import { aTherapist, type TherapistWish } from '../../support/therapist-builder.js';
import { walkTagged } from '../../support/walk-tagged.js';
import { hostileKeys, rejection, type StoreHarness, useStore } from './harness.js';

const NPI = '1234567893';
const waiting = (waitingSince: string, more: TherapistWish = {}) =>
  aTherapist({ status: 'submitted', waitingSince, ...more });

export function describeTags(harness: StoreHarness): void {
  describe('therapist tags', () => {
    const subject = useStore(harness);
    const ids = async (tag: string, store: TherapistStore = subject.therapists) =>
      (await store.tagged(tag, { limit: 1000 })).map(({ id }) => id);

    it('finds whole records by each of their tags', async () => {
      const ana = aTherapist({ published: { npi: NPI, name: 'Ana María Ruiz' } });
      await subject.therapists.insertMany([ana, aTherapist({ status: 'paused', published: null })]);
      for (const tag of [npiTag(NPI), nameTag('NJ', 'Álvaro RUIZ'), statusTag('listed'), ...tagsOf(ana)]) {
        assert.deepEqual(await subject.therapists.tagged(tag, { limit: 10 }), [ana], tag);
        assert.equal(await subject.therapists.countTagged(tag), 1);
      }
      assert.deepEqual(await ids(QUEUE_TAG), []);
      assert.equal(await subject.therapists.countTagged(QUEUE_TAG), 0);
    });

    it('finds any valid record by its tags, and by no other tag', async () => {
      await fc.assert(
        fc.asyncProperty(arbitraryTherapist, async (any) => {
          const therapist = await subject.therapists.insert(any);
          for (const tag of tagsOf(therapist)) assert.deepEqual(await ids(tag), [therapist.id], tag);
          await subject.therapists.remove(therapist.id);
          for (const tag of tagsOf(therapist))
            assert.equal(await subject.therapists.countTagged(tag), 0, tag);
        }),
        { numRuns: 25 },
      );
    });

    it('returns records by instant and id, both ways, after any position, when many share an instant', async () => {
      const moments = ['2026-03-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z', '2026-02-01T00:00:00.001Z'];
      const many = Array.from({ length: 60 }, (_, at) => waiting(moments[at % 3] ?? ''));
      await subject.therapists.insertMany([...many, aTherapist()]);
      const expected = [...many].sort((a, b) => order(a).localeCompare(order(b), 'en')).map(({ id }) => id);
      for (const limit of [1, 7, 60, 1000]) {
        assert.deepEqual(await walkTagged(subject.therapists, QUEUE_TAG, limit, taggedAt), expected);
        const backwards = await walkTagged(subject.therapists, QUEUE_TAG, limit, taggedAt, true);
        assert.deepEqual(backwards, [...expected].reverse());
      }
      assert.equal(await subject.therapists.countTagged(QUEUE_TAG), 60);
    });

    it('continues after a position whose record was removed', async () => {
      const [a, b, c] = [1, 2, 3].map((day) => waiting(`2026-02-0${day}T00:00:00.000Z`)) as [
        Therapist,
        Therapist,
        Therapist,
      ];
      await subject.therapists.insertMany([a, b, c]);
      await subject.therapists.remove(b.id);
      const after = { at: taggedAt(b), id: b.id };
      const next = await subject.therapists.tagged(QUEUE_TAG, { limit: 5, after });
      assert.deepEqual(next, [c]);
      assert.deepEqual(await subject.therapists.tagged(QUEUE_TAG, { limit: 5, after, newestFirst: true }), [
        a,
      ]);
    });

    it('follows every update, from any opening', async () => {
      const other = await subject.again();
      const first = await subject.therapists.insert(waiting('2026-02-01T00:00:00.000Z'));
      const second = await other.therapists.update({ ...first, status: 'in-review' });
      assert.deepEqual(await ids(QUEUE_TAG), [first.id]);
      assert.deepEqual(
        [await ids(statusTag('submitted')), await ids(statusTag('in-review'))],
        [[], [first.id]],
      );
      await subject.therapists.update({ ...second, status: 'listed', waitingSince: null });
      assert.deepEqual(
        [await ids(QUEUE_TAG), await ids(statusTag('listed'), other.therapists)],
        [[], [first.id]],
      );
    });

    it('keeps tags when a write is refused or changes only the index mark', async () => {
      const first = await subject.therapists.insert(waiting('2026-02-01T00:00:00.000Z'));
      await rejection(subject.therapists.update({ ...first, revision: 9, waitingSince: null }));
      await rejection(subject.therapists.insertMany([waiting('2026-02-01T00:00:00.000Z'), first]));
      await subject.therapists.markIndexed(first.id, 1);
      assert.deepEqual(await ids(QUEUE_TAG), [first.id]);
      assert.equal(await subject.therapists.countTagged(QUEUE_TAG), 1);
    });

    it('removes tags with their record, alone or with the demonstration', async () => {
      const [mine, demo] = [
        waiting('2026-02-01T00:00:00.000Z'),
        waiting('2026-02-02T00:00:00.000Z', { demo: true }),
      ];
      await subject.therapists.insertMany([mine, demo]);
      await subject.therapists.removeDemo();
      assert.deepEqual(await ids(QUEUE_TAG), [mine.id]);
      await subject.therapists.remove(mine.id);
      assert.equal(await subject.therapists.countTagged(QUEUE_TAG), 0);
    });

    it('writes tags of restored and overwritten records', async () => {
      const therapist = waiting('2026-02-01T00:00:00.000Z', { revision: 7 });
      await subject.therapists.restore([therapist]);
      assert.deepEqual(await ids(QUEUE_TAG), [therapist.id]);
      await subject.therapists.restoreOver({ ...therapist, status: 'declined', waitingSince: null }, 7);
      assert.deepEqual([await ids(QUEUE_TAG), await ids(statusTag('declined'))], [[], [therapist.id]]);
    });

    it('writes the tags of the new shape after an upgrade', async () => {
      const older = await harness.open({ recordSteps: [] });
      const many = Array.from({ length: 20 }, () => aTherapist({ published: { npi: NPI } }));
      await older.store.therapists.insertMany(many.map(asVersion1));
      await older.store.close();
      const { therapists } = await older.again();
      assert.equal(await therapists.countTagged(QUEUE_TAG), 0);
      assert.deepEqual(await therapists.tagged(npiTag(NPI), { limit: 100 }), many);
      await older.dispose();
    });

    it('finds nothing by hostile tags, and refuses a limit that is not 1 to 1,000', async () => {
      await subject.therapists.insert(waiting('2026-02-01T00:00:00.000Z'));
      for (const tail of hostileKeys)
        for (const tag of [tail, QUEUE_TAG + tail]) {
          assert.deepEqual(await ids(tag), []);
          assert.equal(await subject.therapists.countTagged(tag), 0);
        }
      for (const limit of [0, -1, 1001, 1.5, Number.NaN])
        assert.instanceOf(await rejection(subject.therapists.tagged(QUEUE_TAG, { limit })), RangeError);
    });
  });
}

const order = (therapist: Therapist) => `${taggedAt(therapist)} ${therapist.id}`;

/** The record as a program of version 1 stored it. */
function asVersion1(therapist: Therapist): Therapist {
  const added = Object.keys(upgradeRecord({ schemaVersion: 1 }));
  const kept = Object.entries(therapist).filter(([key]) => !added.includes(key));
  return { ...Object.fromEntries(kept), schemaVersion: 1 } as unknown as Therapist;
}
