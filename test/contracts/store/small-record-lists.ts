import { assert } from 'chai';
import type { RecordStore } from '../../../src/storage/small-records.js';
import { aNote, type Note, notes, otherNotes } from '../../support/notes.js';
import { walkTagged } from '../../support/walk-tagged.js';
import { hostileKeys, rejection, type StoreHarness, useStore } from './harness.js';

const NOW = '2026-03-02T12:00:00.000Z';
const BEFORE = '2026-03-02T11:59:59.999Z';
const AFTER = '2026-03-02T12:00:00.001Z';

export function describeSmallRecordLists(harness: StoreHarness): void {
  describe('document lists', () => {
    const subject = useStore(harness);
    const documents = () => subject.store.records(notes);
    const ids = async (tag: string) => (await documents().tagged(tag, { limit: 1000 })).map(({ id }) => id);

    async function insertAll(store: RecordStore<Note>, many: readonly Note[]): Promise<void> {
      for (const note of many) await store.insert(note);
    }

    it('returns documents by instant and id, both ways, after any position, when many share an instant', async () => {
      const many = Array.from({ length: 30 }, (_, at) =>
        aNote({ at: `2026-03-0${1 + (at % 3)}T00:00:00.000Z` }),
      );
      await insertAll(documents(), many);
      await subject.store.records(otherNotes).insert(aNote());
      const expected = many
        .map(({ id, at }) => `${at} ${id}`)
        .sort()
        .map((key) => key.split(' ')[1]);
      for (const limit of [1, 4, 30, 1000]) {
        assert.deepEqual(await walkTagged(documents(), 'all', limit, ({ at }) => at), expected);
        assert.deepEqual(
          await walkTagged(documents(), 'all', limit, ({ at }) => at, true),
          [...expected].reverse(),
        );
      }
      assert.equal(await documents().count('all'), 30);
      assert.equal(await documents().count('some'), 0);
    });

    it('follows updates and removals, and lists a document once when it repeats a tag', async () => {
      const first = await documents().insert(aNote({ tags: ['open', 'open', 'all'] }));
      assert.deepEqual([await ids('open'), await documents().count('open')], [[first.id], 1]);
      const second = await documents().update({ ...first, tags: ['done'] });
      assert.deepEqual([await ids('open'), await ids('all'), await ids('done')], [[], [], [first.id]]);
      await rejection(documents().update({ ...first, tags: ['open'] }));
      assert.deepEqual([await ids('open'), await documents().count('done')], [[], 1]);
      const other = await documents().insert(aNote({ tags: ['done'], at: AFTER }));
      await documents().update({ ...second, at: '2026-04-01T00:00:00.000Z' });
      assert.deepEqual(await ids('done'), [other.id, first.id], 'it moved to its new position');
      await documents().remove(other.id);
      assert.equal(await documents().count('done'), 1);
    });

    it('pages through all documents of a kind, by id', async () => {
      const many = Array.from({ length: 25 }, (_, at) => aNote({ tags: [], at: at % 2 ? BEFORE : AFTER }));
      await insertAll(documents(), [...many].reverse());
      await subject.store.records(otherNotes).insert(aNote());
      for (const limit of [1, 7, 25, 1000]) {
        const seen: string[] = [];
        for (
          let page = await documents().page(null, limit);
          page.length > 0;
          page = await documents().page(seen.at(-1)!, limit)
        )
          seen.push(...page.map(({ id }) => id));
        assert.deepEqual(
          seen,
          many.map(({ id }) => id),
        );
      }
      assert.deepEqual(await documents().page('zzzz', 5), []);
    });

    it('sweeps documents that have ended, and nothing else', async () => {
      const [ended, ending, alive, kept] = [BEFORE, NOW, AFTER, null].map((endsAt) => aNote({ endsAt }));
      await insertAll(documents(), [ended!, ending!, alive!, kept!]);
      const other = aNote({ endsAt: BEFORE });
      await subject.store.records(otherNotes).insert(other);
      assert.deepEqual(await documents().get(ended!.id), ended, 'it exists until it is swept');
      assert.equal(await documents().sweep(NOW), 2);
      assert.equal(await documents().sweep(NOW), 0);
      assert.deepEqual(await ids('all'), [alive!.id, kept!.id]);
      assert.deepEqual(await subject.store.records(otherNotes).get(other.id), other);
    });

    it('does not sweep a document that was extended', async () => {
      const note = await documents().insert(aNote({ endsAt: BEFORE }));
      await documents().update({ ...note, endsAt: AFTER });
      assert.equal(await documents().sweep(NOW), 0);
      assert.equal(await documents().count('all'), 1);
    });

    it('counts each document once when several sweep at once', async () => {
      const other = await subject.again();
      await insertAll(
        documents(),
        Array.from({ length: 20 }, () => aNote({ endsAt: BEFORE })),
      );
      const swept = await Promise.all(
        [subject.store, other, subject.store].map((store) => store.records(notes).sweep(NOW)),
      );
      assert.equal(
        swept.reduce((sum, count) => sum + count, 0),
        20,
      );
      assert.deepEqual(await documents().page(null, 5), []);
    });

    it('finds nothing by hostile keys', async () => {
      const { id } = await documents().insert(aNote());
      for (const tail of hostileKeys)
        for (const key of [tail, id + tail, `all${tail}`]) {
          assert.isNull(await documents().get(key));
          assert.isFalse(await documents().remove(key));
          assert.deepEqual(await ids(key), []);
          assert.equal(await documents().count(key), 0);
        }
      assert.isNotNull(await documents().get(id));
    });

    it('accepts any id and tag of the allowed length', async () => {
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
          const note = await documents().insert(aNote({ id: key, tags: [key] }));
          assert.deepEqual(await documents().get(key), note);
          assert.deepEqual(await documents().tagged(key, { limit: 2 }), [note]);
          assert.isTrue(await documents().remove(key));
        }
    });

    it('refuses a NUL, an id or tag that is too long, and a limit out of bounds', async () => {
      const bad = [
        { id: '' },
        { id: 'a\0b' },
        { id: 'x'.repeat(201) },
        { tags: ['a\0'] },
        { tags: ['x'.repeat(151)] },
      ];
      for (const wish of bad)
        for (const write of ['insert', 'update', 'restore'] as const)
          assert.instanceOf(
            await rejection(documents()[write](aNote(wish))),
            RangeError,
            JSON.stringify(wish),
          );
      assert.deepEqual(await documents().page(null, 1), []);
      for (const limit of [0, 1001, 1.5, Number.NaN]) {
        assert.instanceOf(await rejection(documents().page(null, limit)), RangeError);
        assert.instanceOf(await rejection(documents().tagged('all', { limit })), RangeError);
      }
    });
  });
}
