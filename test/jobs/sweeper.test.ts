import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import fc from 'fast-check';
import type { Job } from '../../src/jobs/job.js';
import { createSweeper, type SweeperOptions } from '../../src/jobs/sweeper.js';
import { kinds } from '../../src/storage/kinds.js';
import type { RecordKind, SmallRecord } from '../../src/storage/small-records.js';
import { type Store, StoreUnreachable } from '../../src/storage/store.js';
import type { StoreUnderTest } from '../contracts/store.contract.js';
import { arbitraryOf } from '../support/arbitrary-small-records.js';
import { aNote, notes } from '../support/notes.js';
import { embeddedStoreUnderTest } from '../support/sync-world.js';
import { until } from '../support/until.js';

const START = Date.parse('2026-03-02T12:00:00.000Z');
const inMs = (ms: number) => new Date(START + ms).toISOString();
const theseNotes = [notes] as unknown as readonly RecordKind<SmallRecord>[];

describe('the sweeper', () => {
  let under: StoreUnderTest;
  let store: Store;
  let ahead: number;
  let lines: string[];
  let sweepers: Job[];
  const clock = { now: () => new Date(START + ahead) };
  beforeEach(async () => {
    under = await embeddedStoreUnderTest();
    store = under.store;
    [ahead, lines, sweepers] = [0, [], []];
  });
  afterEach(async () => {
    for (const sweeper of sweepers) await sweeper.stop();
    await under.dispose();
  });

  function aSweeper(wish: Partial<SweeperOptions> = {}): Job {
    const tell = (_: object, line: string) => void lines.push(line);
    const sweeper = createSweeper({
      ...{ store, clock, logger: { info: tell, warn: tell, error: tell }, kinds: theseNotes },
      ...{ holder: `process ${sweepers.length}`, ...wish },
    });
    sweepers.push(sweeper);
    return sweeper;
  }
  const left = async () => (await store.records(notes).page(null, 1000)).map(({ id }) => id);

  it('removes expired records, and nothing before', async () => {
    const [soon, later, never] = [aNote({ endsAt: inMs(1000) }), aNote({ endsAt: inMs(2000) }), aNote()];
    for (const note of [soon, later, never]) await store.records(notes).insert(note);
    const sweeper = aSweeper();
    await sweeper.tick();
    expect(await left()).to.deep.equal([soon.id, later.id, never.id]);
    ahead = 1000;
    await sweeper.tick();
    expect(await left()).to.deep.equal([later.id, never.id]);
    ahead = 1e9;
    await sweeper.tick();
    expect(await left()).to.deep.equal([never.id]);
    const line = 'sweeper: removed 1 records that had ended';
    expect(lines).to.deep.equal([line, line]);
  });

  it('removes expired records of every kind that expires', async () => {
    const ending = kinds.filter((kind) => kind.endsAt(fc.sample(arbitraryOf(kind), 1)[0]!) !== null);
    expect(ending.map(({ name }) => name)).to.have.members(['session', 'login-token', 'letter', 'sheet']);
    for (const kind of kinds) await store.records(kind).insert(fc.sample(arbitraryOf(kind), 1)[0]!);
    ahead = Date.parse('2199-01-01T00:00:00Z') - START;
    await aSweeper({ kinds }).tick();
    for (const kind of kinds)
      expect(await store.records(kind).page(null, 9), kind.name).to.have.lengthOf(
        ending.includes(kind) ? 0 : 1,
      );
  });

  it('continues until nothing is left, however much has expired', async () => {
    const records = store.records(notes);
    for (let count = 0; count < 2005; count++) await records.insert(aNote({ endsAt: inMs(0) }));
    await aSweeper().tick();
    expect(await left()).to.deep.equal([]);
  });

  it('runs in one process until that one stops or dies', async () => {
    const [first, second] = [aSweeper(), aSweeper({ store: await under.again() })];
    await first.tick();
    const note = await store.records(notes).insert(aNote({ endsAt: inMs(0) }));
    await second.tick();
    expect(await left()).to.deep.equal([note.id]);
    ahead = 3 * 300_000;
    await second.tick();
    expect(await left(), 'the first counts as dead').to.deep.equal([]);
    await second.stop();
    const third = aSweeper();
    await store.records(notes).insert(aNote({ endsAt: inMs(0) }));
    await third.tick();
    expect(await left()).to.deep.equal([]);
  });

  it('continues by itself after failures, and logs the change of state', async () => {
    let failures = 2;
    const failing: SweeperOptions['store'] = {
      leases: store.leases,
      records: (kind) => ({
        ...store.records(kind),
        sweep: async (now) => {
          if (failures-- > 0) throw new StoreUnreachable('away');
          return store.records(kind).sweep(now);
        },
      }),
    };
    await store.records(notes).insert(aNote({ endsAt: inMs(0) }));
    aSweeper({ store: failing, everyMs: 10 }).start();
    await until(() => lines.length > 2);
    expect(await left()).to.deep.equal([]);
    expect(lines).to.deep.equal([
      'sweeper: failing, retrying in 0.01 s: away',
      'sweeper: removed 1 records that had ended',
      'sweeper: works again, failures: 2',
    ]);
  });

  it('does nothing once it was stopped', async () => {
    const sweeper = aSweeper({ everyMs: 5 });
    sweeper.start();
    await sweeper.stop();
    await store.records(notes).insert(aNote({ endsAt: inMs(0) }));
    await sweeper.tick();
    await wait(30);
    expect(await left()).to.have.lengthOf(1);
  });
});
