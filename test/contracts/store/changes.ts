import { assert } from 'chai';
import type { Therapist } from '../../../src/domain/therapist.js';
import type { TherapistStore } from '../../../src/storage/store.js';
import { aTherapist } from '../../support/therapist-builder.js';
import { rejection, type StoreHarness, useStore } from './harness.js';

export function describeChanges(harness: StoreHarness): void {
  describe('changes', () => {
    const subject = useStore(harness);

    it('reports nothing when nothing happened, and continues from its cursor', async () => {
      await subject.therapists.insert(aTherapist());
      const cursor = await subject.therapists.cursor();
      const quiet = await subject.therapists.changesSince(cursor, 10);
      assert.deepEqual(quiet.changes, []);
      assert.isFalse(quiet.more);
      const therapist = await subject.therapists.insert(aTherapist());
      const page = await subject.therapists.changesSince(quiet.cursor, 10);
      assert.deepEqual(page.changes, [{ id: therapist.id, therapist }]);
    });

    it('reports inserts, updates and removals, oldest first', async () => {
      const before = await subject.therapists.insert(aTherapist());
      const cursor = await subject.therapists.cursor();
      const added = await subject.therapists.insert(aTherapist());
      await subject.therapists.remove(before.id);
      const [x, y] = [aTherapist(), aTherapist()];
      await subject.therapists.insertMany([x, y]);
      const changed = await subject.therapists.update({ ...added, status: 'paused' });
      const { changes, more } = await subject.therapists.changesSince(cursor, 100);
      const last = lastStates(changes);
      assert.isFalse(more);
      assert.deepEqual(last.get(before.id), null);
      assert.deepEqual(last.get(added.id), changed);
      assert.deepEqual(last.get(x.id), x);
      const order = changes.map((change) => change.id);
      assert.isBelow(order.indexOf(before.id), order.indexOf(x.id));
      assert.isBelow(order.lastIndexOf(x.id), order.lastIndexOf(added.id));
    });

    it('reports a removal, and a record inserted again under the same id', async () => {
      const cursor = await subject.therapists.cursor();
      const first = await subject.therapists.insert(aTherapist());
      const seen = await subject.therapists.changesSince(cursor, 10);
      await subject.therapists.remove(first.id);
      const gone = await subject.therapists.changesSince(seen.cursor, 10);
      assert.deepEqual(gone.changes, [{ id: first.id, therapist: null }]);
      const again = await subject.therapists.insert({ ...first, slug: 'came-again' });
      for (const from of [gone.cursor, seen.cursor, cursor]) {
        const { changes } = await subject.therapists.changesSince(from, 10);
        assert.deepEqual(lastStates(changes).get(first.id), again);
      }
    });

    it('reports each record that removing the demonstration removed', async () => {
      const demo = Array.from({ length: 12 }, () => aTherapist({ demo: true }));
      await subject.therapists.insertMany([...demo, aTherapist()]);
      const cursor = await subject.therapists.cursor();
      await subject.therapists.removeDemo();
      const last = await follow(subject.therapists, cursor, 5);
      assert.sameMembers(
        [...last.keys()],
        demo.map((therapist) => therapist.id),
      );
      assert.isTrue([...last.values()].every((therapist) => therapist === null));
    });

    it('misses no change with a small limit, from the cursor of another opening, during writes', async () => {
      const other = await subject.again();
      const cursor = await other.therapists.cursor();
      const expected = new Map<string, Therapist | null>();
      const writes = (async () => {
        for (let round = 0; round < 40; round++) {
          const { therapists } = round % 2 === 0 ? subject.store : other;
          const made = await therapists.insert(aTherapist({ published: null }));
          expected.set(made.id, made);
          if (round % 3 === 0) expected.set(made.id, await therapists.update({ ...made, draftRevision: 1 }));
          if (round % 5 !== 0) continue;
          await therapists.remove(made.id);
          expected.set(made.id, null);
        }
      })();
      const early = await follow(subject.therapists, cursor, 3);
      await writes;
      const late = await follow(other.therapists, cursor, 2);
      assert.deepEqual(late, expected);
      assert.isTrue([...early.keys()].every((id) => expected.has(id)));
    });

    it('reports nothing of a refused write', async () => {
      const first = await subject.therapists.insert(aTherapist());
      const cursor = await subject.therapists.cursor();
      await rejection(subject.therapists.insert(aTherapist({ slug: first.slug })));
      await rejection(subject.therapists.update({ ...first, revision: 9 }));
      await subject.therapists.remove('no-such-id');
      assert.deepEqual((await subject.therapists.changesSince(cursor, 10)).changes, []);
    });

    it('refuses a cursor that it never issued', async () => {
      for (const cursor of ['', 'x', '-1', "0' OR 1=1"])
        assert.instanceOf(await rejection(subject.therapists.changesSince(cursor, 10)), RangeError);
    });
  });
}

interface ReportedChange {
  id: string;
  therapist: Therapist | null;
}

function lastStates(changes: readonly ReportedChange[]): Map<string, Therapist | null> {
  return new Map(changes.map(({ id, therapist }) => [id, therapist]));
}

/** Every change since `cursor`, read with a small limit until no more wait. */
async function follow(store: TherapistStore, cursor: string, limit: number) {
  const reported: ReportedChange[] = [];
  for (let from = cursor, more = true; more; ) {
    const answer = await store.changesSince(from, limit);
    assert.isAtMost(answer.changes.length, limit);
    reported.push(...answer.changes);
    ({ cursor: from, more } = answer);
  }
  return lastStates(reported);
}
