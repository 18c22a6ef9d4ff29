import { assert } from 'chai';
import type { RecordStore } from '../../../src/storage/small-records.js';
import { aNote, type Note, notes, otherNotes } from '../../support/notes.js';
import { walkTagged } from '../../support/walk-tagged.js';
import { hostileKeys, rejection, type StoreHarness, useStore } from './harness.js';

const NOW = '2026-03-02T12:00:00.000Z';
const BEFORE = '2026-03-02T11:59:59.999Z';
const AFTER = '2026-03-02T12:00:00.001Z';

export function describeSmallRecordLists(harness: StoreHarness): void {
  describe('lists of small records', () => {
    const under = useStore(harness);
    const mine = () => under.store.records(notes);
    const ids = async (tag: string) => (await mine().tagged(tag, { limit: 1000 })).map(({ id }) => id);

    async function insertAll(store: RecordStore<Note>, many: readonly Note[]): Promise<void> {
      for (const note of many) await store.insert(note);
    }

    it('are in order of moment and id, both ways, behind any place, though many share a moment', async () => {
      const many = Array.from({ length: 30 }, (_, at) =>
        aNote({ at: `2026-03-0${1 + (at % 3)}T00:00:00.000Z` }),
      );
      await insertAll(mine(), many);
      await under.store.records(otherNotes).insert(aNote());
      const expected = many
        .map(({ id, at }) => `${at} ${id}`)
        .sort()
        .map((key) => key.split(' ')[1]);
      for (const limit of [1, 4, 30, 1000]) {
        assert.deepEqual(await walkTagged(mine(), 'all', limit, ({ at }) => at), expected);
        assert.deepEqual(
          await walkTagged(mine(), 'all', limit, ({ at }) => at, true),
          [...expected].reverse(),
        );
      }
      assert.equal(await mine().count('all'), 30);
      assert.equal(await mine().count('some'), 0);
    });

    it('follow updates and removals, and hold a record once that names a tag twice', async () => {
      const first = await mine().insert(aNote({ tags: ['open', 'open', 'all'] }));
      assert.deepEqual([await ids('open'), await mine().count('open')], [[first.id], 1]);
      const second = await mine().update({ ...first, tags: ['done'] });
      assert.deepEqual([await ids('open'), await ids('all'), await ids('done')], [[], [], [first.id]]);
      await rejection(mine().update({ ...first, tags: ['open'] }));
      assert.deepEqual([await ids('open'), await mine().count('done')], [[], 1]);
      const other = await mine().insert(aNote({ tags: ['done'], at: AFTER }));
      await mine().update({ ...second, at: '2026-04-01T00:00:00.000Z' });
      assert.deepEqual(await ids('done'), [other.id, first.id], 'it has its new place');
      await mine().remove(other.id);
      assert.equal(await mine().count('done'), 1);
    });

    it('go page by page through all records of a kind, by id', async () => {
      const many = Array.from({ length: 25 }, (_, at) => aNote({ tags: [], at: at % 2 ? BEFORE : AFTER }));
      await insertAll(mine(), [...many].reverse());
      await under.store.records(otherNotes).insert(aNote());
      for (const limit of [1, 7, 25, 1000]) {
        const seen: string[] = [];
        for (
          let page = await mine().page(null, limit);
          page.length > 0;
          page = await mine().page(seen.at(-1)!, limit)
        )
          seen.push(...page.map(({ id }) => id));
        assert.deepEqual(
          seen,
          many.map(({ id }) => id),
        );
      }
      assert.deepEqual(await mine().page('zzzz', 5), []);
    });

    it('lose by a sweep what has ended, and nothing else', async () => {
      const [ended, ending, alive, kept] = [BEFORE, NOW, AFTER, null].map((endsAt) => aNote({ endsAt }));
      await insertAll(mine(), [ended!, ending!, alive!, kept!]);
      const other = aNote({ endsAt: BEFORE });
      await under.store.records(otherNotes).insert(other);
      assert.deepEqual(await mine().get(ended!.id), ended, 'it is there until it is swept');
      assert.equal(await mine().sweep(NOW), 2);
      assert.equal(await mine().sweep(NOW), 0);
      assert.deepEqual(await ids('all'), [alive!.id, kept!.id]);
      assert.deepEqual(await under.store.records(otherNotes).get(other.id), other);
    });

    it('keep from a sweep what was put off', async () => {
      const note = await mine().insert(aNote({ endsAt: BEFORE }));
      await mine().update({ ...note, endsAt: AFTER });
      assert.equal(await mine().sweep(NOW), 0);
      assert.equal(await mine().count('all'), 1);
    });

    it('are swept by several at once, each record counted once', async () => {
      const other = await under.again();
      await insertAll(
        mine(),
        Array.from({ length: 20 }, () => aNote({ endsAt: BEFORE })),
      );
      const swept = await Promise.all(
        [under.store, other, under.store].map((store) => store.records(notes).sweep(NOW)),
      );
      assert.equal(
        swept.reduce((sum, count) => sum + count, 0),
        20,
      );
      assert.deepEqual(await mine().page(null, 5), []);
    });

    it('find nothing by hostile keys', async () => {
      const { id } = await mine().insert(aNote());
      for (const tail of hostileKeys)
        for (const key of [tail, id + tail, `all${tail}`]) {
          assert.isNull(await mine().get(key));
          assert.isFalse(await mine().remove(key));
          assert.deepEqual(await ids(key), []);
          assert.equal(await mine().count(key), 0);
        }
      assert.isNotNull(await mine().get(id));
    });

    it('take any id and tag of the allowed length', async () => {
      for (const odd of [
        '$where',
        '__proto__',
        'a.b',
        'note/x',
        '\u{1F469}\u200D\u2695',
        'ﷺ',
        "'; --",
        '%00',
        ' ',
      ])
        for (const key of [odd, odd.repeat(150).slice(0, 150).toWellFormed()]) {
          const note = await mine().insert(aNote({ id: key, tags: [key] }));
          assert.deepEqual(await mine().get(key), note);
          assert.deepEqual(await mine().tagged(key, { limit: 2 }), [note]);
          assert.isTrue(await mine().remove(key));
        }
    });

    it('refuse a NUL, an id or tag that is too long, and limits that are out of bounds', async () => {
      const bad = [
        { id: '' },
        { id: 'a\0b' },
        { id: 'x'.repeat(201) },
        { tags: ['a\0'] },
        { tags: ['x'.repeat(151)] },
      ];
      for (const wish of bad)
        for (const write of ['insert', 'update', 'restore'] as const)
          assert.instanceOf(await rejection(mine()[write](aNote(wish))), RangeError, JSON.stringify(wish));
      assert.deepEqual(await mine().page(null, 1), []);
      for (const limit of [0, 1001, 1.5, Number.NaN]) {
        assert.instanceOf(await rejection(mine().page(null, limit)), RangeError);
        assert.instanceOf(await rejection(mine().tagged('all', { limit })), RangeError);
      }
    });
  });
}
