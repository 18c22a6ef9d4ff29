import { setImmediate as breathe } from 'node:timers/promises';
import { expect } from 'chai';
import { anEntry } from '../support/an-entry.js';
import { clockOfToday, keysOfServer, noEntries } from '../support/meilisearch-harness.js';
import {
  INDEX_KEY,
  SEARCH_KEY,
  type StandIn,
  startStandIn,
} from '../support/meilisearch-stand-in/stand-in.js';
import { mongoStoreUnderTest } from '../support/mongo-databases.js';
import { describeWithService } from '../support/services.js';
import { embeddedStoreUnderTest, type SyncWorld, syncWorld } from '../support/sync-world.js';
import { aTherapist } from '../support/therapist-builder.js';
import { until } from '../support/until.js';

const DAY_MS = 86_400_000;
const REBUILT = /^search server sync: rebuilt the index, \d+ listings$/;

/** The tests for every store and every server. */
function describeSync(title: string, open: () => Promise<SyncWorld>): void {
  describe(title, () => {
    let world: SyncWorld;
    beforeEach(async () => {
      world = await open();
    });
    afterEach(() => world.dispose());
    const waiting = async () => (await world.store.therapists.unindexed(1000)).length;

    it('fills an empty server from the store, and marks what is indexed', async () => {
      const [listed, draft] = [aTherapist(), aTherapist({ status: 'draft' })];
      await world.store.therapists.insertMany([listed, draft]);
      const { syncOnce, failover } = await world.startProcess();
      await syncOnce();
      expect(await world.onServer()).to.deep.equal([listed.id]);
      expect(await waiting()).to.equal(0);
      expect(failover.health().using).to.equal('primary');
    });

    it('brings writes, pauses and removals to the server', async () => {
      const { syncOnce } = await world.startProcess();
      await syncOnce();
      const [one, other, third] = [aTherapist(), aTherapist(), aTherapist()];
      await world.store.therapists.insertMany([one, other, third]);
      await syncOnce();
      expect(await world.onServer()).to.deep.equal([one.id, other.id, third.id]);
      await world.store.therapists.update({ ...one, status: 'paused' });
      await world.store.therapists.remove(other.id);
      await syncOnce();
      expect(await world.onServer()).to.deep.equal([third.id]);
      expect(await waiting()).to.equal(0);
    });

    it('sends the writes of a process that died before it could send', async () => {
      const first = await world.startProcess();
      await first.syncOnce();
      await first.end();
      const { id } = await world.store.therapists.insert(aTherapist());
      const second = await world.startProcess();
      await second.syncOnce();
      expect(await world.onServer()).to.deep.equal([id]);
    });

    it('follows by itself within two seconds, and at once when nudged', async () => {
      await world.startProcess({ live: true });
      await until(async () => (await world.index.state()) === 'ready');
      const { id } = await world.store.therapists.insert(aTherapist());
      await until(async () => (await world.onServer()).includes(id), 2000);
    });

    it('rebuilds an index that has another size, and is never empty', async () => {
      const many = Array.from({ length: 30 }, () => aTherapist());
      await world.store.therapists.insertMany(many);
      const { syncOnce, found, lines } = await world.startProcess();
      await syncOnce();
      const foreign = anEntry('foreign1');
      await world.index.apply([{ id: foreign.id, entry: foreign }]);
      const totals = new Set<number>();
      let done = false;
      const searching = (async () => {
        // Yields each time: answers inside this process would block everything else.
        for (; !done; await breathe()) totals.add((await found()).length);
      })();
      await syncOnce(3);
      done = true;
      await searching;
      expect((await world.onServer()).includes(foreign.id)).to.equal(false);
      expect(Math.min(...totals)).to.be.at.least(20);
      expect(lines.some((line) => REBUILT.test(line))).to.equal(true);
      const told = lines.length;
      await syncOnce(3);
      expect(lines.length).to.equal(told);
    });

    it('removes a listing on the day it lapses, also after an outage on that day', async () => {
      const [lapsing, fresh] = [aTherapist({ confirmedDaysAgo: 118 }), aTherapist()];
      await world.store.therapists.insertMany([lapsing, fresh]);
      const first = await world.startProcess();
      await first.syncOnce();
      world.time.ahead = DAY_MS;
      await first.syncOnce();
      expect(await world.onServer()).to.deep.equal([lapsing.id, fresh.id]);
      world.time.ahead = 2 * DAY_MS;
      await first.syncOnce();
      expect(await world.onServer()).to.deep.equal([fresh.id]);
      await first.end();
      world.time.ahead = 115 * DAY_MS;
      const second = await world.startProcess();
      await second.syncOnce();
      expect(await world.onServer()).to.deep.equal([]);
      expect(second.lines.some((line) => REBUILT.test(line))).to.equal(false);
    });
  });
}

describe('a search server that follows the store', () => {
  let standIn: StandIn;
  const open = async () => {
    standIn = await startStandIn();
    const server = { host: standIn.host, searchKey: SEARCH_KEY, indexKey: INDEX_KEY };
    const world = await syncWorld(server, await embeddedStoreUnderTest());
    return {
      ...world,
      async dispose() {
        standIn.state.fault = () => null;
        standIn.state.taskFailure = () => null;
        await world.dispose();
        await standIn.stop();
      },
    };
  };

  describeSync('from the embedded store, on the stand-in', open);

  describe('when something goes wrong', () => {
    let world: SyncWorld;
    beforeEach(async () => {
      world = await open();
    });
    afterEach(() => world.dispose());
    const waiting = async () => (await world.store.therapists.unindexed(1000)).length;
    const sends = () =>
      standIn.state.calls.filter(({ method, path }) => method === 'POST' && path.endsWith('/documents'))
        .length;

    it('sends from one of two processes, and from the other when the first dies', async () => {
      const first = await world.startProcess({ leaseMs: 5000 });
      const second = await world.startProcess({ leaseMs: 5000 });
      await Promise.all([first.syncOnce(), second.syncOnce()]);
      const before = sends();
      const { id } = await world.store.therapists.insert(aTherapist());
      await Promise.all([first.syncOnce(), second.syncOnce(), first.syncOnce(), second.syncOnce()]);
      expect(sends() - before).to.equal(1);
      expect(await world.onServer()).to.deep.equal([id]);
      // The first does nothing from here on.
      const gone = await world.store.therapists.insert(aTherapist());
      await second.syncOnce();
      expect(await waiting()).to.equal(1);
      world.time.ahead = 6000;
      await second.syncOnce();
      expect(await waiting()).to.equal(0);
      expect(await world.onServer()).to.deep.equal([id, gone.id]);
    });

    it('finds unsent writes in a starting process after the leader was killed', async () => {
      await (await world.startProcess()).syncOnce();
      const { leases, therapists } = world.store;
      const now = clockOfToday.now().toISOString();
      await world.endAll();
      for (const name of ['search-leader', 'search-sending'])
        expect(await leases.take(name, 'killed', 30_000, now)).to.equal(true);
      const { id: before } = await therapists.insert(aTherapist());
      const { found, failover } = await world.startProcess({ live: true });
      await until(async () => (await found()).includes(before), 1000);
      const { id: after } = await therapists.insert(aTherapist());
      await until(async () => (await found()).includes(after), 1000);
      expect(await world.onServer()).to.deep.equal([]);
      for (const name of ['search-leader', 'search-sending']) await leases.release(name, 'killed');
      await until(() => failover.health().using === 'primary');
      expect(await found()).to.have.members([before, after]);
    });

    it('finds unsent writes in a running process after the leader was killed', async () => {
      await (await world.startProcess()).syncOnce();
      await world.endAll();
      const { leases, therapists } = world.store;
      const now = clockOfToday.now().toISOString();
      expect(await leases.take('search-leader', 'killed', 30_000, now)).to.equal(true);
      const { found, failover } = await world.startProcess({ live: true });
      await until(() => failover.health().using === 'primary');
      const { id } = await therapists.insert(aTherapist());
      await until(async () => (await found()).includes(id), 2000);
    });

    it('removes what a process removed that died as leader', async () => {
      const first = await world.startProcess({ leaseMs: 5000 });
      const { id } = await world.store.therapists.insert(aTherapist());
      await first.syncOnce();
      const second = await world.startProcess({ leaseMs: 5000 });
      await second.syncOnce();
      await world.store.therapists.remove(id);
      world.time.ahead = 6000;
      await second.syncOnce();
      expect(await world.onServer()).to.deep.equal([]);
      expect(second.lines).to.deep.equal([]);
    });

    it('does not mark what failed, logs it once, and tries again', async () => {
      const { syncOnce, lines } = await world.startProcess();
      await syncOnce();
      standIn.state.taskFailure = (type) => (type === 'documentAdditionOrUpdate' ? 'internal' : null);
      const { id } = await world.store.therapists.insert(aTherapist());
      await syncOnce(3);
      expect(await waiting()).to.equal(1);
      const told = () => lines.filter((line) => /failing|works again/.test(line));
      expect(told()).to.have.length(1);
      expect(told()[0]).to.match(/^search server sync: failing, retrying in [\d.]+ s: task \d+ .* failed/);
      standIn.state.taskFailure = () => null;
      await syncOnce(2);
      expect(await world.onServer()).to.deep.equal([id]);
      expect(await waiting()).to.equal(0);
      expect(told()).to.have.length(2);
      expect(told()[1]).to.equal('search server sync: works again, failures: 3');
    });

    const busy = { code: 'too_many_search_requests', message: 'full', type: 'system', link: '' };
    const faults = {
      'a full queue': { kind: 'answer', status: 503, body: JSON.stringify(busy) },
      'a payload that is too large': { kind: 'answer', status: 413, body: '{"code":"payload_too_large"}' },
      'a proxy in between': { kind: 'answer', status: 502, body: '<html>' },
      'a cut line': { kind: 'cut' },
    } as const;
    for (const [what, fault] of Object.entries(faults))
      it(`recovers from ${what}`, async () => {
        const { syncOnce, lines } = await world.startProcess();
        await syncOnce();
        standIn.state.fault = ({ path }) => (path.endsWith('/documents') ? fault : null);
        const { id } = await world.store.therapists.insert(aTherapist());
        await syncOnce(3);
        expect(await waiting()).to.equal(1);
        expect(lines.filter((line) => /sync: failing/.test(line))).to.have.length(1);
        standIn.state.fault = () => null;
        await syncOnce();
        expect(await world.onServer()).to.deep.equal([id]);
      });

    it('waits longer after each failure, and recovers by itself', async () => {
      const { lines, failover } = await world.startProcess({ live: true });
      await until(async () => (await world.index.state()) === 'ready');
      await standIn.stop();
      await until(() => lines.some((line) => /sync: failing/.test(line)));
      // Without any search, monitoring still sees the change.
      await until(() => failover.health().using === 'fallback');
      const { id } = await world.store.therapists.insert(aTherapist());
      await standIn.start({ empty: true });
      await until(async () => (await world.onServer().catch((): string[] => [])).includes(id));
      await until(() => lines.some((line) => /^search server sync: works again/.test(line)));
    });

    it('rebuilds an index of another version, and does not use it meanwhile', async () => {
      const { id } = await world.store.therapists.insert(aTherapist());
      const { syncOnce, found } = await world.startProcess();
      await syncOnce();
      const { documents } = standIn.index(world.indexName);
      documents.set('about-this-index', { ...documents.get('about-this-index')!, formatVersion: 0 });
      expect(await world.index.state()).to.equal('other-version');
      expect(await found()).to.deep.equal([id]);
      await syncOnce();
      expect(await world.index.state()).to.equal('ready');
      expect(await world.onServer()).to.deep.equal([id]);
    });

    it('applies to the new index the writes and removals during the build', async () => {
      const many = Array.from({ length: 600 }, () => aTherapist());
      await world.store.therapists.insertMany(many);
      const { syncOnce } = await world.startProcess();
      let added = '';
      standIn.state.fault = ({ path }) => {
        if (path.includes('_next_') && path.endsWith('/documents') && added === '') {
          const extra = aTherapist();
          added = extra.id;
          void world.store.therapists.insert(extra);
          void world.store.therapists.remove(many[0]!.id);
          void world.store.therapists.update({ ...many[1]!, status: 'paused' });
        }
        return null;
      };
      await syncOnce();
      expect(added).to.not.equal('');
      const held = [...standIn.index(world.indexName).documents.keys()];
      expect(held).to.include(added);
      expect(held).to.include(many[2]!.id);
      expect(held).to.not.include(many[0]!.id);
      expect(held).to.not.include(many[1]!.id);
      expect(await waiting()).to.equal(0);
    });

    it('completes a build under constant writes', async () => {
      const { syncOnce, failover } = await world.startProcess();
      let written = 0;
      standIn.state.fault = ({ method, path }) => {
        // Whenever anything is sent, there is something new to send.
        if (method === 'POST' && path.endsWith('/documents') && written++ < 500)
          void world.store.therapists.insert(aTherapist());
        return null;
      };
      await syncOnce();
      expect(written).to.be.within(2, 20);
      expect(failover.health().using).to.equal('primary');
      standIn.state.fault = () => null;
      await syncOnce();
      expect(await waiting()).to.equal(0);
    });

    it('sends the writes of the build time when the builder dies right after the swap', async () => {
      const { id } = await world.store.therapists.insert(aTherapist());
      const first = await world.startProcess({ leaseMs: 5000 });
      await first.syncOnce();
      await world.index.rebuild(noEntries());
      standIn.state.taskFailure = (type) => (type === 'indexDeletion' ? 'internal' : null);
      await first.syncOnce(2);
      expect(await world.onServer()).to.deep.equal([id]);
      standIn.state.taskFailure = () => null;
      const other = await world.store.therapists.insert(aTherapist());
      await first.syncOnce();
      expect(await world.onServer()).to.deep.equal([id, other.id]);
    });

    it('removes the leftover index of an interrupted build', async () => {
      await world.store.therapists.insert(aTherapist());
      const { syncOnce } = await world.startProcess();
      standIn.state.taskFailure = (type) => (type === 'documentAdditionOrUpdate' ? 'internal' : null);
      await syncOnce();
      const [left] = standIn.indexNames();
      expect(left).to.match(/_next_/);
      standIn.state.taskFailure = () => null;
      standIn.index(left!).updatedAt = new Date(Date.now() - 3_600_000);
      await syncOnce();
      expect(standIn.indexNames()).to.deep.equal([world.indexName]);
    });
  });
});

describeWithService('MEILI_HOST', 'Meilisearch as it follows the store', (host) => {
  const server = { host, ...keysOfServer() };
  describeSync('Meilisearch that follows the embedded store', async () =>
    syncWorld(server, await embeddedStoreUnderTest()),
  );
  describeWithService('MONGODB_URI', 'Meilisearch that follows MongoDB', (uri) => {
    describeSync('Meilisearch that follows MongoDB', async () =>
      syncWorld(server, await mongoStoreUnderTest(uri)),
    );
  });
});
