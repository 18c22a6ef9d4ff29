import { assert } from 'chai';
import { connectMongo } from '../../src/storage/mongo/connect.js';
import { type Context, contextOn } from '../../src/storage/mongo/context.js';
import { withChangeNumbers } from '../../src/storage/mongo/numbered.js';
import { openMongoStore } from '../../src/storage/mongo/open-mongo-store.js';
import { recoverAbandoned } from '../../src/storage/mongo/recovery.js';
import { contentOf } from '../../src/storage/mongo/rows.js';
import { readState, STATE_ID } from '../../src/storage/mongo/state.js';
import type { Store } from '../../src/storage/store.js';
import { dropDatabase, freshDatabase } from '../support/mongo-databases.js';
import { describeWithService } from '../support/services.js';
import { aTherapist } from '../support/therapist-builder.js';

describeWithService('MONGODB_URI', 'MongoDB store with abandoned calls', (server) => {
  describe('MongoDB store with abandoned calls', () => {
    let uri: string;
    let store: Store;
    /** The context of another process, which treats every open call as abandoned. */
    let other: Context;

    beforeEach(async () => {
      uri = freshDatabase(server);
      store = await openMongoStore({ uri });
      other = contextOn(await connectMongo(uri), { abandonedAfterMs: -1 });
    });

    afterEach(async () => {
      await store.close();
      await other.connection.destroy();
      await dropDatabase(uri);
    });

    /** Inserts rows and an open call as an `insertMany` that dies would leave them. */
    async function leaveBehind(kind: 'staging' | 'publishing') {
      const therapists = [aTherapist(), aTherapist(), aTherapist()];
      const { call, from } = await other.numbers.take(3, 'staging');
      const rows = therapists.map((therapist, index) => {
        const staged = { live: false, import: call, change: from + index };
        return { _id: therapist.id, revision: 1, ...contentOf(therapist), ...staged };
      });
      await other.therapists.insertMany(rows);
      await other.states.updateOne({ _id: STATE_ID }, { $set: { [`open.${call}.kind`]: kind } });
      return { therapists, call };
    }

    it('hides the rows of an insertion that is not committed', async () => {
      const cursor = await store.therapists.cursor();
      const { therapists } = await leaveBehind('staging');
      const [{ id, slug, email }] = therapists as [(typeof therapists)[0]];
      assert.isNull(await store.therapists.get(id));
      assert.isNull(await store.therapists.getBySlug(slug));
      assert.isNull(await store.therapists.getByEmail(email));
      assert.deepEqual(await store.therapists.getMany([id]), []);
      assert.deepEqual((await store.therapists.page(null, 10)).therapists, []);
      assert.equal(await store.therapists.count(), 0);
      assert.equal(await store.therapists.removeDemo(), 0);
      assert.deepEqual((await store.therapists.changesSince(cursor, 10)).changes, []);
    });

    it('undoes an insertion that died before its commit', async () => {
      const cursor = await store.therapists.cursor();
      const { therapists } = await leaveBehind('staging');
      await recoverAbandoned(other);
      assert.equal(await other.therapists.countDocuments({}), 0);
      assert.deepEqual((await readState(other)).open, {});
      await store.therapists.insertMany(therapists);
      assert.lengthOf((await store.therapists.changesSince(cursor, 10)).changes, 3);
    });

    it('finishes an insertion that died after its commit, and reports all of it', async () => {
      const cursor = await store.therapists.cursor();
      const { therapists } = await leaveBehind('publishing');
      const early = await store.therapists.changesSince(cursor, 10);
      assert.deepEqual(early.changes, []);
      await recoverAbandoned(other);
      const { changes } = await store.therapists.changesSince(early.cursor, 10);
      assert.deepEqual(
        changes.map(({ therapist }) => therapist),
        therapists,
      );
    });

    it('frees keys that only an undone insertion holds', async () => {
      const { therapists, call } = await leaveBehind('staging');
      await other.states.updateOne({ _id: STATE_ID }, { $unset: { [`open.${call}`]: '' } });
      await store.therapists.insert(therapists[1]!);
      await store.therapists.insertMany([therapists[0]!, therapists[2]!]);
      assert.equal(await store.therapists.count(), 3);
    });

    it('reports a write again whose number was abandoned while it was under way', async () => {
      const first = await store.therapists.insert(aTherapist());
      const start = await store.therapists.cursor();
      let passed = start;
      const write = async (change: number) => {
        await recoverAbandoned(other);
        passed = (await store.therapists.changesSince(start, 10)).cursor;
        await other.therapists.updateOne({ _id: first.id }, { $set: { revision: 2, change } });
      };
      const renumber = (change: number, earlier: number) =>
        other.therapists.updateOne({ change: earlier }, { $set: { change } });
      await withChangeNumbers(other, 1, write, renumber);
      const { changes } = await store.therapists.changesSince(passed, 10);
      assert.deepEqual(changes, [{ id: first.id, therapist: { ...first, revision: 2 } }]);
    });

    it('stops an insertion that another process abandoned, and keeps none of it', async () => {
      const many = Array.from({ length: 2500 }, () => aTherapist({ published: null }));
      let running = true;
      const recovering = (async () => {
        while (running) await recoverAbandoned(other);
      })();
      const outcome = await store.therapists.insertMany(many).then(
        () => 'kept',
        (error: Error) => error.message,
      );
      running = false;
      await recovering;
      assert.match(outcome, /Another process undid this insertion/);
      assert.equal(await other.therapists.countDocuments({}), 0);
    });
  });
});
