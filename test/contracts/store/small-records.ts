import { assert } from 'chai';
import fc from 'fast-check';
import { kinds } from '../../../src/storage/kinds.js';
import { Conflict, Missing } from '../../../src/storage/store.js';
import { arbitraryOf } from '../../support/arbitrary-small-records.js';
import { aNote, notes, otherNotes } from '../../support/notes.js';
import { assertConflict, rejection, type StoreHarness, useStore } from './harness.js';

const LATER = '2026-04-01T00:00:00.000Z';

export function describeSmallRecords(harness: StoreHarness): void {
  describe('documents', () => {
    const subject = useStore(harness);
    const documents = () => subject.store.records(notes);

    for (const kind of kinds)
      it(`returns any valid ${kind.name} as it was inserted`, async () => {
        const store = subject.store.records(kind);
        await fc.assert(
          fc.asyncProperty(arbitraryOf(kind), arbitraryOf(kind), async (one, another) => {
            const first = { ...one, revision: 1 };
            assert.deepEqual(await store.insert(one), first);
            assert.deepEqual(kind.schema.parse(await store.get(one.id)), first);
            for (const tag of kind.tags(first))
              assert.deepEqual(await store.tagged(tag, { limit: 9 }), [first]);
            const second = await store.update({ ...another, id: one.id, revision: 1 });
            assert.deepEqual(second, { ...another, id: one.id, revision: 2 });
            assert.deepEqual(await store.get(one.id), second);
            await store.restore(one);
            assert.deepEqual(await store.page(null, 9), [one]);
            assert.isTrue(await store.remove(one.id));
          }),
          { numRuns: 8 },
        );
      });

    it('keeps an id unique within a kind only', async () => {
      const first = await documents().insert(aNote());
      await assertConflict(documents().insert({ ...aNote(), id: first.id }), 'id');
      assert.deepEqual(await documents().get(first.id), first);
      const namesake = { ...aNote(), id: first.id };
      await subject.store.records(otherNotes).insert(namesake);
      assert.isTrue(await documents().remove(first.id));
      assert.deepEqual(await subject.store.records(otherNotes).get(first.id), namesake);
    });

    it('lets one of twenty concurrent inserts of one id win, across openings', async () => {
      const other = await subject.again();
      const { id } = aNote();
      const tries = Array.from({ length: 20 }, (_, at) =>
        (at % 2 ? subject.store : other).records(notes).insert({ ...aNote(), id, words: `by ${at}` }),
      );
      const { won, lost } = outcomesOf(await Promise.allSettled(tries));
      assert.lengthOf(won, 1);
      assert.isTrue(lost.every((reason) => reason instanceof Conflict && reason.field === 'id'));
      assert.deepEqual(await documents().get(id), won[0]);
      assert.equal(await documents().count('all'), 1);
    });

    it('lets one of twenty concurrent updates of one revision win', async () => {
      const other = await subject.again();
      const first = await documents().insert(aNote());
      const tries = Array.from({ length: 20 }, (_, at) =>
        (at % 2 ? subject.store : other).records(notes).update({ ...first, words: `by ${at}` }),
      );
      const { won, lost } = outcomesOf(await Promise.allSettled(tries));
      assert.lengthOf(won, 1);
      assert.isTrue(lost.every((reason) => reason instanceof Conflict && reason.field === 'revision'));
      assert.deepEqual(await documents().get(first.id), won[0]);
    });

    it('refuses an update of an old revision or of a missing document', async () => {
      const first = await documents().insert(aNote());
      const second = await documents().update(first);
      await assertConflict(documents().update({ ...first, words: 'too late' }), 'revision');
      await assertConflict(documents().update({ ...first, revision: 3 }), 'revision');
      assert.deepEqual(await documents().get(first.id), second);
      assert.instanceOf(await rejection(documents().update(aNote())), Missing);
      assert.equal(await documents().count('all'), 1);
    });

    it('returns true to one of twenty concurrent removals', async () => {
      const other = await subject.again();
      const { id } = await documents().insert(aNote());
      const tries = Array.from({ length: 20 }, (_, at) =>
        (at % 2 ? subject.store : other).records(notes).remove(id),
      );
      assert.lengthOf((await Promise.all(tries)).filter(Boolean), 1);
      assert.isFalse(await documents().remove(id));
      assert.isNull(await documents().get(id));
    });

    it('accepts an insert under a removed id', async () => {
      const first = await documents().insert(aNote());
      await documents().remove(first.id);
      assert.instanceOf(await rejection(documents().update(first)), Missing);
      assert.deepEqual(await documents().insert({ ...first, revision: 8 }), first);
    });

    it('restores a document as it is over any other, also from many writers at once', async () => {
      const other = await subject.again();
      const note = aNote({ revision: 40 });
      await documents().restore(note);
      assert.deepEqual(await documents().get(note.id), note);
      const second = await documents().update({ ...note, tags: ['moved'] });
      assert.equal(second.revision, 41);
      await documents().restore(note);
      assert.deepEqual(
        [await documents().count('moved'), await documents().tagged('all', { limit: 5 })],
        [0, [note]],
      );
      const fresh = aNote();
      await Promise.all(
        Array.from({ length: 20 }, (_, at) => (at % 2 ? subject.store : other).records(notes).restore(fresh)),
      );
      assert.deepEqual(await documents().get(fresh.id), fresh);
      assert.equal(await documents().count('all'), 2);
    });

    it('returns copies, so that changing one does not change the store', async () => {
      const given = aNote();
      const inserted = await documents().insert(given);
      const read = await documents().get(given.id);
      const kept = structuredClone(inserted);
      for (const copy of [given, inserted, read]) copy!.tags.push('mine');
      assert.deepEqual(await documents().get(given.id), kept);
    });

    it('keeps documents for the next opening, and rejects calls once it is closed', async () => {
      const note = await documents().insert(aNote({ endsAt: LATER }));
      const store = documents();
      await subject.store.close();
      for (const work of [
        () => store.get(note.id),
        () => store.insert(aNote()),
        () => store.remove(note.id),
        () => store.sweep(LATER),
      ])
        await rejection(work());
      assert.deepEqual(await (await subject.again()).records(notes).get(note.id), note);
    });
  });
}

function outcomesOf<T>(outcomes: readonly PromiseSettledResult<T>[]) {
  return {
    won: outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : [])),
    lost: outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : [])),
  };
}
