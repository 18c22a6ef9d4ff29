import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { assert } from 'chai';
import type { Therapist } from '../../src/domain/therapist.js';
import { openMongoStore } from '../../src/storage/mongo/open-mongo-store.js';
import type { Store } from '../../src/storage/store.js';
import { importOf } from '../support/import-of.js';
import { dropDatabase, freshDatabase } from '../support/mongo-databases.js';
import { describeWithService } from '../support/services.js';
import { aTherapist } from '../support/therapist-builder.js';

const writer = fileURLToPath(new URL('../support/store-process.js', import.meta.url));
const importer = fileURLToPath(new URL('../support/import-process.js', import.meta.url));
const COUNT = 60;

describeWithService('MONGODB_URI', 'MongoDB store in several processes', (server) => {
  describe('MongoDB store in several processes', () => {
    let uri: string;
    let children: ChildProcess[];
    let store: Store | null;

    beforeEach(() => {
      uri = freshDatabase(server);
      children = [];
      store = null;
    });

    afterEach(async () => {
      for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
      await store?.close();
      await dropDatabase(uri);
    });

    /** Starts a second process that opens the store. */
    async function startProcess(script: string, ...words: string[]): Promise<ChildProcess> {
      const child = fork(script, [uri, ...words], { execArgv: [] });
      children.push(child);
      await once(child, 'message');
      return child;
    }

    /** Follows the changes until `done`, and then to their end. */
    async function follow(done: Promise<unknown>, cursor: string, limit: number) {
      const last = new Map<string, Therapist | null>();
      let reported = 0;
      let running = true;
      done.finally(() => {
        running = false;
      });
      let from = cursor;
      for (let more = true, final = false; more || !final; ) {
        final = !running;
        const answer = await store!.therapists.changesSince(from, limit);
        reported += answer.changes.length;
        for (const change of answer.changes) last.set(change.id, change.therapist);
        ({ cursor: from, more } = answer);
      }
      return { last, reported, end: from };
    }

    it('reports every change to two readers while four processes write, and repeats few', async () => {
      store = await openMongoStore({ uri });
      const cursor = await store.therapists.cursor();
      const names = ['anna', 'berta', 'clara', 'dora'];
      const writers = await Promise.all(names.map((name) => startProcess(writer, name, String(COUNT))));
      const done = Promise.all(
        writers.map((child) => {
          child.send('go');
          return once(child, 'exit');
        }),
      );
      const many = Array.from({ length: 300 }, () => aTherapist({ published: null, demo: true }));
      const ownWrites = store.therapists.insertMany(many).then(() => store!.therapists.removeDemo());
      const all = Promise.all([done, ownWrites]);
      const readers = await Promise.all([follow(all, cursor, 7), follow(all, cursor, 1000)]);

      assert.isTrue((await done).every(([code]) => code === 0));
      const present = await store.therapists.page(null, 1000);
      assert.lengthOf(present.therapists, names.length * COUNT * 0.8);
      const changes = names.length * COUNT * 2.2 + many.length * 2;
      for (const { last, reported, end } of readers) {
        for (const therapist of present.therapists) assert.deepEqual(last.get(therapist.id), therapist);
        const living = [...last.values()].filter((therapist) => therapist !== null);
        assert.lengthOf(living, present.therapists.length, 'removed records are reported as removed');
        assert.isBelow(reported, changes * 10, 'a reader does not get the same changes again and again');
        const quiet = await store.therapists.changesSince(end, 10);
        assert.deepEqual(quiet.changes, []);
      }
    });

    it('adds all records or none when their process is killed, and frees their keys', async () => {
      store = await openMongoStore({ uri, abandonedAfterMs: 400 });
      const start = await store.therapists.cursor();
      const outcomes: number[] = [];
      for (const [round, delay] of [5, 120, 300, 450, 600, 900].entries()) {
        const before = await store.therapists.count();
        const child = await startProcess(importer, `r${round}`, '2000');
        child.send('go');
        await new Promise((resolve) => setTimeout(resolve, delay));
        child.kill('SIGKILL');
        await new Promise((resolve) => setTimeout(resolve, 600));
        const added = await countAdded(before);
        assert.include([0, 2000], added);
        outcomes.push(added);
        if (added === 0) await store.therapists.insertMany(importOf(`r${round}`, 2000));
        assert.equal(await store.therapists.count(), before + 2000);
      }
      const { last } = await follow(Promise.resolve(), start, 1000);
      assert.equal(last.size, outcomes.length * 2000);
    });

    /** How many records were added, once recovery has finished the abandoned insertion. */
    async function countAdded(before: number): Promise<number> {
      let added = -1;
      for (let same = 0; same < 3; ) {
        await store!.therapists.cursor();
        await new Promise((resolve) => setTimeout(resolve, 150));
        const now = (await store!.therapists.count()) - before;
        same = now === added ? same + 1 : 0;
        added = now;
      }
      return added;
    }

    it('lets many processes create the database at once', async () => {
      await Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => startProcess(writer, name, '1')));
      store = await openMongoStore({ uri });
      const therapist = await store.therapists.insert(aTherapist());
      assert.deepEqual(await store.therapists.get(therapist.id), therapist);
    });
  });
});
