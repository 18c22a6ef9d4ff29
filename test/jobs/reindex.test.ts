import { expect } from 'chai';
import { runReindex } from '../../scripts/reindex/run-reindex.js';
import { lines as progressLines } from '../../scripts/seed/progress.js';
import { awaitLease } from '../../src/jobs/leases.js';
import { rebuildServer } from '../../src/jobs/server-rebuild.js';
import { BUILDING } from '../../src/jobs/server-work.js';
import { clockOfToday } from '../support/meilisearch-harness.js';
import {
  INDEX_KEY,
  SEARCH_KEY,
  type StandIn,
  startStandIn,
} from '../support/meilisearch-stand-in/stand-in.js';
import { embeddedStoreUnderTest, type SyncWorld, syncWorld } from '../support/sync-world.js';
import { aTherapist } from '../support/therapist-builder.js';
import { until } from '../support/until.js';

describe('npm run reindex', () => {
  let standIn: StandIn;
  let world: SyncWorld;
  let said: string[];

  beforeEach(async () => {
    standIn = await startStandIn();
    const server = { host: standIn.host, searchKey: SEARCH_KEY, indexKey: INDEX_KEY };
    world = await syncWorld(server, await embeddedStoreUnderTest());
    said = [];
  });
  afterEach(async () => {
    standIn.state.fault = () => null;
    await world.dispose();
    await standIn.stop();
  });

  const run = (holder: string, signal = new AbortController().signal) =>
    runReindex({
      ...{ store: world.store, index: world.index, clock: clockOfToday, holder, signal },
      say: (text) => said.push(`${holder}: ${text}`),
      progress: progressLines((text) => said.push(`${holder}: ${text}`)),
    });
  const addMany = async (count: number) => {
    const many = Array.from({ length: count }, () => aTherapist());
    await world.store.therapists.insertMany(many);
    return many;
  };

  it('builds the index, reports its progress, and marks what is indexed', async () => {
    await addMany(300);
    await run('me');
    expect(await world.index.size()).to.equal(300);
    expect(await world.store.therapists.unindexed(10)).to.deep.equal([]);
    expect(said).to.deep.equal([
      'me: 250 of 300 therapists',
      'me: 300 of 300 therapists',
      'me: Built the index: 300 listings.',
    ]);
  });

  it('lets a second run wait for the first', async () => {
    await addMany(3);
    await Promise.all([run('first'), run('second')]);
    expect(said.filter((line) => /waiting/.test(line))).to.deep.equal([
      'second: Another process is building the index: waiting until it finishes.',
    ]);
    expect(said.indexOf('first: Built the index: 3 listings.')).to.be.below(
      said.indexOf('second: Built the index: 3 listings.'),
    );
    expect(standIn.indexNames()).to.deep.equal([world.indexName]);
  });

  it('leaves the index unchanged when interrupted while building or waiting', async () => {
    await run('me');
    await addMany(600);
    const interruption = new AbortController();
    standIn.state.fault = ({ path }) => {
      if (path.includes('_next_') && path.endsWith('/documents')) interruption.abort();
      return null;
    };
    await run('me', interruption.signal);
    expect(said.at(-1)).to.equal('me: Stopped: the index in use is unchanged.');
    expect(await world.index.size()).to.equal(0);
    const lease = { leases: world.store.leases, name: BUILDING, clock: clockOfToday, forMs: 30_000 };
    const held = await awaitLease({ ...lease, holder: 'other' }, new AbortController().signal);
    const second = new AbortController();
    const waiting = run('you', second.signal);
    await until(() => said.some((line) => /waiting/.test(line)));
    second.abort();
    await waiting;
    expect(said.at(-1)).to.equal('you: Stopped: the index in use is unchanged.');
    await held.release();
    standIn.state.fault = () => null;
    await run('me');
    expect(await world.index.size()).to.equal(600);
  });

  it('loses no write of the build time when killed right after the swap', async () => {
    const { syncOnce, sync } = await world.startProcess();
    await addMany(600);
    await syncOnce();
    const added = aTherapist();
    let written = false;
    const killed = {
      ...world.index,
      async rebuild(...[entries]: Parameters<typeof world.index.rebuild>) {
        await world.index.rebuild(entries);
        throw new Error('killed');
      },
    };
    const feed = { therapists: world.store.therapists, index: killed, clock: clockOfToday };
    const held = { assertHeld: () => undefined, release: async () => undefined };
    const options = {
      ...{ building: held, signal: new AbortController().signal },
      takeSending: async () => {
        await world.store.therapists.insert(added);
        // The program sends it to the old index, and marks it.
        await sync.tick();
        written = (await world.store.therapists.unindexed(1)).length === 0;
        return held;
      },
    };
    const error = await rebuildServer(feed, options).catch((thrown: Error) => thrown.message);
    expect([error, written]).to.deep.equal(['killed', true]);
    expect(standIn.index(world.indexName).documents.has(added.id)).to.equal(false);
    await syncOnce();
    expect(standIn.index(world.indexName).documents.has(added.id)).to.equal(true);
  });
});
