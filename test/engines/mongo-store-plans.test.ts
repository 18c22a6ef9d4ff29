import { assert } from 'chai';
import type { Connection } from 'mongoose';
import { connectMongo } from '../../src/storage/mongo/connect.js';
import { storeOn } from '../../src/storage/mongo/open-mongo-store.js';
import type { RecordStore } from '../../src/storage/small-records.js';
import type { Store } from '../../src/storage/store.js';
import { dropDatabase, freshDatabase } from '../support/mongo-databases.js';
import { scans } from '../support/mongo-plans.js';
import { aNote, type Note, notes } from '../support/notes.js';
import { describeWithService } from '../support/services.js';
import { aTherapist } from '../support/therapist-builder.js';

type Command = Record<string, unknown>;

const EXPLAINABLE = ['find', 'update', 'delete', 'aggregate', 'findAndModify', 'count'];

describe('query plans', () => {
  it('finds a collection scan at any depth', () => {
    const good = { winningPlan: { stage: 'FETCH', inputStage: { stage: 'IXSCAN', indexName: 'slug_1' } } };
    const bad = { winningPlan: { stage: 'OR', inputStages: [good.winningPlan, { stage: 'COLLSCAN' }] } };
    assert.isFalse(scans({ queryPlanner: good }));
    assert.isTrue(scans({ queryPlanner: bad }));
    assert.isTrue(scans({ stages: [{ $cursor: { queryPlanner: bad } }] }));
    const rejected = { winningPlan: good.winningPlan, rejectedPlans: [bad.winningPlan] };
    assert.isFalse(scans({ queryPlanner: rejected }));
  });
});

describeWithService('MONGODB_URI', 'MongoDB query plans', (server) => {
  describe('MongoDB query plans', () => {
    let uri: string;
    let connection: Connection;
    let store: Store;
    const commands: Command[] = [];

    before(async () => {
      uri = freshDatabase(server);
      connection = await connectMongo(uri, undefined, { monitorCommands: true });
      connection.getClient().on('commandStarted', ({ commandName, command }) => {
        if (EXPLAINABLE.includes(commandName)) commands.push(command);
      });
      store = await storeOn(connection, {});
    });

    after(async () => {
      await store.close();
      await dropDatabase(uri);
    });

    it('uses an index for every call of the port', async function () {
      commands.length = 0;
      await useEverything(store);
      const asked = commands.flatMap(single);
      const sample = await explain(connection, { find: 'therapists', filter: { slug: 'nobody' } });
      if (!JSON.stringify(sample).includes('"winningPlan"')) {
        this.test!.title += ': skipped, this server does not explain like MongoDB';
        this.skip();
      }
      assert.isTrue(scans(await explain(connection, { find: 'therapists', filter: { revision: 1 } })));
      const scanning: Command[] = [];
      for (const command of asked) if (scans(await explain(connection, command))) scanning.push(command);
      assert.deepEqual(scanning, []);
      assert.isAbove(asked.length, 25);
    });
  });
});

/** Calls every method of the port, with enough records that a planner prefers an index. */
async function useEverything({ therapists, leases, records }: Store): Promise<void> {
  const cursor = await therapists.cursor();
  await therapists.insertMany(Array.from({ length: 50 }, () => aTherapist({ published: null, demo: true })));
  const first = await therapists.insert(aTherapist({ nextDueAt: '2026-01-01T00:00:00.000Z' }));
  await therapists.insert(aTherapist({ slug: first.slug })).catch(() => null);
  await therapists.update({ ...first, revision: 7 }).catch(() => null);
  await therapists.update(first);
  await therapists.markIndexed(first.id, 2);
  await therapists.markManyIndexed([{ id: first.id, revision: 2 }]);
  await therapists.unindexed(10);
  for (const holder of ['me', 'you']) await leases.take('a', holder, 1000, '2026-03-01T00:00:00.000Z');
  await leases.release('a', 'me');
  await therapists.get(first.id);
  await therapists.getMany([first.id, 'no-such-id']);
  await therapists.getBySlug(first.slug);
  await therapists.getByEmail(first.email);
  await therapists.page(null, 10);
  await therapists.page(first.id, 10);
  for (const filter of [{}, { demo: true }, { demo: false }]) await therapists.count(filter);
  await therapists.countTagged('status:listed');
  const after = { at: first.createdAt, id: first.id };
  for (const newestFirst of [true, false])
    for (const options of [{}, { after }])
      await therapists.tagged('status:listed', { ...options, limit: 10, newestFirst });
  await useRecords(records(notes));
  await therapists.due('2026-03-01T00:00:00.000Z', 10);
  await therapists.remove(first.id);
  await therapists.removeDemo();
  await therapists.changesSince(cursor, 1000);
}

async function useRecords(store: RecordStore<Note>): Promise<void> {
  for (let count = 0; count < 50; count++) await store.insert(aNote());
  const first = await store.insert(aNote({ endsAt: '2026-01-01T00:00:00.000Z' }));
  await store.insert(first).catch(() => null);
  await store.update(first);
  await store.update(first).catch(() => null);
  await store.restore(first);
  await store.get(first.id);
  await store.page(first.id, 10);
  await store.count('all');
  for (const newestFirst of [true, false])
    await store.tagged('all', { limit: 10, newestFirst, after: { at: first.at, id: first.id } });
  await store.remove(aNote().id);
  await store.sweep('2026-03-01T00:00:00.000Z');
}

/** Splits a command with many statements into one for each, because only one can be explained at once. */
function single(command: Command): Command[] {
  const list = ['updates', 'deletes'].find((key) => Array.isArray(command[key]));
  if (list === undefined) return [command];
  return (command[list] as unknown[]).slice(0, 3).map((statement) => ({ ...command, [list]: [statement] }));
}

/** The plan of a command as it was sent, without the fields of its session. */
function explain(connection: Connection, command: Command): Promise<unknown> {
  const plain = Object.fromEntries(
    Object.entries(command).filter(([key]) => !/^(\$|lsid|txnNumber|writeConcern|readConcern)/.test(key)),
  );
  return connection.db!.command({ explain: plain, verbosity: 'queryPlanner' });
}
