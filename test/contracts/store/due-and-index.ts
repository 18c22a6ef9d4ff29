import { assert } from 'chai';
import { aTherapist } from '../../support/therapist-builder.js';
import { type StoreHarness, useStore } from './harness.js';

const NOW = '2026-03-02T12:00:00.000Z';

export function describeDue(harness: StoreHarness): void {
  describe('due records and index marks', () => {
    const subject = useStore(harness);
    const insertDue = (nextDueAt: string | null) => subject.therapists.insert(aTherapist({ nextDueAt }));

    it('returns due records, longest overdue first, up to the limit', async () => {
      const just = await insertDue(NOW);
      await insertDue('2026-03-02T12:00:00.001Z');
      const oldest = await insertDue('2025-12-31T23:59:59.999Z');
      await insertDue(null);
      const middle = await insertDue('2026-03-02T11:59:59.999Z');
      assert.deepEqual(await subject.therapists.due(NOW, 10), [oldest, middle, just]);
      assert.deepEqual(await subject.therapists.due(NOW, 2), [oldest, middle]);
    });

    it('drops a record from the due list when an update moves or clears its date', async () => {
      const first = await insertDue('2026-01-01T00:00:00.000Z');
      const moved = await subject.therapists.update({ ...first, nextDueAt: '2027-01-01T00:00:00.000Z' });
      assert.deepEqual(await subject.therapists.due(NOW, 10), []);
      await subject.therapists.update({ ...moved, nextDueAt: null });
      assert.deepEqual(await subject.therapists.due('2030-01-01T00:00:00.000Z', 10), []);
    });

    it('marks an indexed record, and changes nothing else', async () => {
      const first = await subject.therapists.insert(aTherapist());
      const cursor = await subject.therapists.cursor();
      await subject.therapists.markIndexed(first.id, 1);
      const marked = { ...first, indexedRevision: 1 };
      assert.deepEqual(await subject.therapists.get(first.id), marked);
      assert.deepEqual(await subject.therapists.getMany([first.id]), [marked]);
      assert.deepEqual((await subject.therapists.changesSince(cursor, 10)).changes, []);
    });

    it('accepts an update from a writer that read before the mark', async () => {
      const first = await subject.therapists.insert(aTherapist());
      await subject.therapists.markIndexed(first.id, 1);
      const second = await subject.therapists.update({ ...first, status: 'paused' });
      assert.equal(second.revision, 2);
      assert.notEqual(second.indexedRevision, second.revision);
    });

    it('ignores a mark of a removed record', async () => {
      await subject.therapists.markIndexed('no-such-id', 4);
      assert.isNull(await subject.therapists.get('no-such-id'));
    });
  });
}
