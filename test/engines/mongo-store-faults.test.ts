import { assert } from 'chai';
import { openMongoStore } from '../../src/storage/mongo/open-mongo-store.js';
import { type Store, StoreUnreachable } from '../../src/storage/store.js';
import { rejection } from '../contracts/store/harness.js';
import { dropDatabase, freshDatabase } from '../support/mongo-databases.js';
import { proxyToMongo } from '../support/mongo-proxy.js';
import { describeWithService } from '../support/services.js';
import { startStopwatch } from '../support/stopwatch.js';
import type { TcpProxy } from '../support/tcp-proxy.js';
import { aTherapist } from '../support/therapist-builder.js';

describeWithService('MONGODB_URI', 'MongoDB store without its server', (server) => {
  describe('MongoDB store without its server', () => {
    let uri: string;
    let through: string;
    let proxy: TcpProxy;
    let store: Store;

    beforeEach(async () => {
      uri = freshDatabase(server);
      ({ proxy, uri: through } = await proxyToMongo(uri));
      store = await openMongoStore({ uri: through });
    });

    afterEach(async () => {
      await store.close();
      await proxy.close();
      await dropDatabase(uri);
    });

    async function assertUnreachable(work: Promise<unknown>, withinMs: number): Promise<void> {
      const elapsed = startStopwatch();
      const error = await rejection(work);
      assert.instanceOf(error, StoreUnreachable, error.stack);
      assert.isBelow(elapsed(), withinMs);
    }

    for (const fault of ['cut', 'hang'] as const)
      it(`rejects every call soon when the server is ${fault === 'cut' ? 'gone' : 'silent'}, and recovers with it`, async () => {
        const therapist = await store.therapists.insert(aTherapist());
        await proxy[fault]();
        await assertUnreachable(store.ping(), 3000);
        await assertUnreachable(store.therapists.get(therapist.id), 4000);
        await assertUnreachable(store.therapists.insert(aTherapist()), 4000);
        await assertUnreachable(store.therapists.insertMany([aTherapist()]), 4000);
        await proxy.restore();
        await eventually(() => store.ping());
        assert.deepEqual(await store.therapists.get(therapist.id), therapist);
        const next = await store.therapists.update({ ...therapist, status: 'paused' });
        assert.deepEqual(await store.therapists.get(therapist.id), next);
      });

    it('loses no acknowledged write, and reports them all, while the server comes and goes', async () => {
      const cursor = await store.therapists.cursor();
      const kept = new Map<string, number>();
      let running = true;
      const writers = Array.from({ length: 5 }, async () => {
        while (running) {
          const made = await store.therapists
            .insert(aTherapist({ published: null }))
            .catch(assertStoreUnreachable);
          if (made === null) continue;
          kept.set(made.id, 1);
          const next = await store.therapists.update(made).catch(assertStoreUnreachable);
          if (next !== null) kept.set(made.id, 2);
        }
      });
      for (let round = 0; round < 3; round++) {
        await pause(300);
        await proxy.cut();
        await pause(200);
        await proxy.restore();
      }
      await pause(500);
      running = false;
      await Promise.all(writers);
      const reported = new Map<string, number>();
      for (let from = cursor, more = true; more; ) {
        const answer = await store.therapists.changesSince(from, 50);
        for (const { id, therapist } of answer.changes) reported.set(id, therapist?.revision ?? 0);
        ({ cursor: from, more } = answer);
      }
      assert.isAbove(kept.size, 20);
      for (const [id, revision] of kept) {
        assert.isAtLeast((await store.therapists.get(id))?.revision ?? 0, revision);
        assert.isAtLeast(reported.get(id) ?? 0, revision);
      }
    });
  });
});

function assertStoreUnreachable(error: unknown): null {
  assert.instanceOf(error, StoreUnreachable, (error as Error).stack);
  return null;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function eventually(work: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    if (
      await work().then(
        () => true,
        () => false,
      )
    )
      return;
    await pause(200);
  }
  await work();
}
