import { assert } from 'chai';
import fc from 'fast-check';
import { kinds } from '../../../src/storage/kinds.js';
import { Conflict, Missing } from '../../../src/storage/store.js';
import { arbitraryOf } from '../../support/arbitrary-small-records.js';
import { aNote, notes, otherNotes } from '../../support/notes.js';
import { assertConflict, rejection, type StoreHarness, useStore } from './harness.js';

const LATER = '2026-04-01T00:00:00.000Z';

export function describeSmallRecords(harness: StoreHarness): void {
  describe('small records', () => {
    const under = useStore(harness);
    const mine = () => under.store.records(notes);

    for (const kind of kinds)
      it(`give back any valid ${kind.name} as it was given`, async () => {
        const store = under.store.records(kind);
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

    it('have an id of their own among their kind, and only there', async () => {
      const first = await mine().insert(aNote());
      await assertConflict(mine().insert({ ...aNote(), id: first.id }), 'id');
      assert.deepEqual(await mine().get(first.id), first);
      const namesake = { ...aNote(), id: first.id };
      await under.store.records(otherNotes).insert(namesake);
      assert.isTrue(await mine().remove(first.id));
      assert.deepEqual(await under.store.records(otherNotes).get(first.id), namesake);
    });

    it('are inserted under one id by one of twenty at once, through whatever opening', async () => {
      const other = await under.again();
      const { id } = aNote();
      const tries = Array.from({ length: 20 }, (_, at) =>
        (at % 2 ? under.store : other).records(notes).insert({ ...aNote(), id, words: `by ${at}` }),
      );
      const { won, lost } = outcomesOf(await Promise.allSettled(tries));
      assert.lengthOf(won, 1);
      assert.isTrue(lost.every((reason) => reason instanceof Conflict && reason.field === 'id'));
      assert.deepEqual(await mine().get(id), won[0]);
      assert.equal(await mine().count('all'), 1);
    });

    it('are updated by one of twenty who saw the same revision', async () => {
      const other = await under.again();
      const first = await mine().insert(aNote());
      const tries = Array.from({ length: 20 }, (_, at) =>
        (at % 2 ? under.store : other).records(notes).update({ ...first, words: `by ${at}` }),
      );
      const { won, lost } = outcomesOf(await Promise.allSettled(tries));
      assert.lengthOf(won, 1);
      assert.isTrue(lost.every((reason) => reason instanceof Conflict && reason.field === 'revision'));
      assert.deepEqual(await mine().get(first.id), won[0]);
    });

    it('refuse an update of an old revision, and of what is not there', async () => {
      const first = await mine().insert(aNote());
      const second = await mine().update(first);
      await assertConflict(mine().update({ ...first, words: 'too late' }), 'revision');
      await assertConflict(mine().update({ ...first, revision: 3 }), 'revision');
      assert.deepEqual(await mine().get(first.id), second);
      assert.instanceOf(await rejection(mine().update(aNote())), Missing);
      assert.equal(await mine().count('all'), 1);
    });

    it('tell one of twenty who remove them at once that they were there', async () => {
      const other = await under.again();
      const { id } = await mine().insert(aNote());
      const tries = Array.from({ length: 20 }, (_, at) =>
        (at % 2 ? under.store : other).records(notes).remove(id),
      );
      assert.lengthOf((await Promise.all(tries)).filter(Boolean), 1);
      assert.isFalse(await mine().remove(id));
      assert.isNull(await mine().get(id));
    });

    it('may come again under an id that was removed', async () => {
      const first = await mine().insert(aNote());
      await mine().remove(first.id);
      assert.instanceOf(await rejection(mine().update(first)), Missing);
      assert.deepEqual(await mine().insert({ ...first, revision: 8 }), first);
    });

    it('are restored as they are, whatever is there, by many at once too', async () => {
      const other = await under.again();
      const note = aNote({ revision: 40 });
      await mine().restore(note);
      assert.deepEqual(await mine().get(note.id), note);
      const second = await mine().update({ ...note, tags: ['moved'] });
      assert.equal(second.revision, 41);
      await mine().restore(note);
      assert.deepEqual([await mine().count('moved'), await mine().tagged('all', { limit: 5 })], [0, [note]]);
      const fresh = aNote();
      await Promise.all(
        Array.from({ length: 20 }, (_, at) => (at % 2 ? under.store : other).records(notes).restore(fresh)),
      );
      assert.deepEqual(await mine().get(fresh.id), fresh);
      assert.equal(await mine().count('all'), 2);
    });

    it('are objects of the store: whoever changes one changes nothing there', async () => {
      const given = aNote();
      const inserted = await mine().insert(given);
      const read = await mine().get(given.id);
      const kept = structuredClone(inserted);
      for (const copy of [given, inserted, read]) copy!.tags.push('mine');
      assert.deepEqual(await mine().get(given.id), kept);
    });

    it('are kept for the next opening, and refused by a store that is closed', async () => {
      const note = await mine().insert(aNote({ endsAt: LATER }));
      const store = mine();
      await under.store.close();
      for (const work of [
        () => store.get(note.id),
        () => store.insert(aNote()),
        () => store.remove(note.id),
        () => store.sweep(LATER),
      ])
        await rejection(work());
      assert.deepEqual(await (await under.again()).records(notes).get(note.id), note);
    });
  });
}

function outcomesOf<T>(outcomes: readonly PromiseSettledResult<T>[]) {
  return {
    won: outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : [])),
    lost: outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : [])),
  };
}
