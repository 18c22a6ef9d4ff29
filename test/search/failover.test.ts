import { expect } from 'chai';
import { createEmbeddedIndex } from '../../src/search/embedded/embedded-index.js';
import { createFailoverIndex, type FailoverIndex } from '../../src/search/failover.js';
import type { SearchIndex } from '../../src/search/search-index.js';
import type { SearchServer } from '../../src/search/search-server.js';
import { anEntry } from '../support/an-entry.js';
import { clockOfToday, emptyIndex } from '../support/meilisearch-harness.js';
import {
  type Fault,
  INDEX_KEY,
  SEARCH_KEY,
  type StandIn,
  startStandIn,
} from '../support/meilisearch-stand-in/stand-in.js';
import { query } from '../support/naive-search.js';
import { startStopwatch } from '../support/stopwatch.js';
import { TODAY } from '../support/therapist-builder.js';
import { until } from '../support/until.js';

const PROBE_MS = 40;
/** Short, but not too short for a server that is well on a machine that may be busy. */
const TIMEOUT_MS = 400;
const keys = { searchKey: SEARCH_KEY, indexKey: INDEX_KEY };

describe('A search that does not go dark', () => {
  let standIn: StandIn;
  let primary: SearchServer & { name: string };
  let index: FailoverIndex;
  let lines: string[];
  let now: Date;

  beforeEach(async () => {
    standIn = await startStandIn();
    primary = await emptyIndex({ host: standIn.host, ...keys });
    const fallback = createEmbeddedIndex();
    const changes = ['a', 'b'].map((id) => ({ id, entry: anEntry(id) }));
    await primary.apply(changes);
    await fallback.apply(changes);
    lines = [];
    now = clockOfToday.now();
    const tell = (_: object, line: string) => lines.push(line);
    index = createFailoverIndex({
      primary,
      fallback,
      clock: { now: () => now },
      logger: { warn: tell, info: tell },
      timeoutMs: TIMEOUT_MS,
      probeMs: PROBE_MS,
    });
  });
  afterEach(async () => {
    await index.close();
    await standIn.stop();
  });

  const ids = async (one: SearchIndex) => (await one.search(query(), TODAY)).hits.map((hit) => hit.id);
  const usesServer = () => index.health().using === 'primary';

  it('asks the server while it is well', async () => {
    await index.search(query(), TODAY);
    await index.totals([query()], TODAY);
    expect(index.health()).to.deep.include({ using: 'primary', reason: null });
    expect(index.health().answered).to.deep.equal({ primary: 2, fallback: 0 });
  });

  const faults: [what: string, reason: string, fault: Fault][] = [
    ['cut off', 'unreachable', { kind: 'cut' }],
    ['silent', 'slow', { kind: 'silent' }],
    ['slow', 'slow', { kind: 'late', ms: 2 * TIMEOUT_MS }],
    ['hidden by a proxy', 'unreachable', { kind: 'answer', status: 502, body: '<html>' }],
    ['busy', 'busy', { kind: 'answer', status: 503, body: '{}' }],
  ];
  for (const [what, reason, fault] of faults)
    it(`finds out that the server is ${what} when it checks, before a search`, async () => {
      standIn.state.fault = () => fault;
      await index.check();
      await index.check();
      expect(index.health()).to.deep.include({
        using: 'fallback',
        reason,
        answered: { primary: 0, fallback: 0 },
      });
      expect(lines).to.have.length(1);
      standIn.state.fault = () => null;
      await until(usesServer);
      await index.check();
      expect(usesServer()).to.equal(true);
    });

  for (const [what, reason, fault] of faults)
    it(`answers the same when the server is ${what}, logs it once, and goes back by itself`, async () => {
      const whole = await index.search(query(), TODAY);
      standIn.state.fault = () => fault;
      for (let count = 0; count < 5; count++) expect(await index.search(query(), TODAY)).to.deep.equal(whole);
      expect(await index.totals([query(), query({ state: 'FL' })], TODAY)).to.deep.equal([2, 0]);
      expect(index.health()).to.deep.include({ using: 'fallback', reason });
      expect(lines).to.have.length(1);
      standIn.state.fault = () => null;
      await until(usesServer);
      expect(await ids(index)).to.deep.equal(whole.hits.map((hit) => hit.id));
      expect(lines).to.have.length(2);
      expect(lines[0]).to.match(/^searches are answered in this process: /);
      expect(lines[1]).to.equal('searches are answered by Meilisearch again');
      expect(index.health().failures).to.deep.equal({ [reason]: 1 });
    });

  it('does not wait for a slow server a second time', async () => {
    standIn.state.fault = () => ({ kind: 'silent' });
    await index.search(query(), TODAY);
    const elapsed = startStopwatch();
    await index.search(query(), TODAY);
    expect(elapsed()).to.be.below(100);
  });

  it('goes on through a server that stops and starts', async () => {
    await standIn.stop();
    expect(await ids(index)).to.have.members(['a', 'b']);
    await standIn.start();
    await until(usesServer);
  });

  it('leaves an empty server alone until its index is built', async () => {
    await standIn.stop();
    await standIn.start({ empty: true });
    expect(await ids(index)).to.have.members(['a', 'b']);
    await until(() => index.health().reason === 'missing');
    async function* entries() {
      yield [anEntry('c')];
    }
    await primary.rebuild(entries());
    await until(usesServer);
    expect(await ids(index)).to.deep.equal(['c']);
  });

  it('leaves an index of another version alone', async () => {
    const { documents } = standIn.index(primary.name);
    const mark = [...documents.values()].find((one) => one.kind === 'mark')!;
    documents.set(mark.id, { ...mark, formatVersion: 0 });
    expect(await ids(index)).to.have.members(['a', 'b']);
    expect(index.health().reason).to.equal('other-version');
  });

  it('goes on when the key is taken away', async () => {
    standIn.state.fault = () => ({ kind: 'answer', status: 403, body: '{"code":"invalid_api_key"}' });
    expect(await ids(index)).to.have.members(['a', 'b']);
    expect(index.health().reason).to.equal('misconfigured');
    expect(lines[0]).to.match(/MEILI_SEARCH_KEY/);
  });

  it('can be told to leave the server alone', async () => {
    const release = index.setAside();
    await index.search(query(), TODAY);
    expect(index.health()).to.deep.include({ using: 'fallback', reason: null });
    release();
    release();
    expect(usesServer()).to.equal(true);
  });

  it('has another version after each change here, with each change of who answers, and every ten seconds of a server', async () => {
    const versions = [index.version()];
    const expectNew = () => {
      versions.push(index.version());
      expect(new Set(versions).size).to.equal(versions.length);
      expect(index.version()).to.equal(versions.at(-1));
    };
    await index.apply([{ id: 'c', entry: anEntry('c') }]);
    expectNew();
    now = new Date(now.getTime() + 10_000);
    expectNew();
    standIn.state.fault = () => ({ kind: 'cut' });
    await index.search(query(), TODAY);
    expectNew();
    now = new Date(now.getTime() + 60_000);
    expect(index.version()).to.equal(versions.at(-1));
  });
});
