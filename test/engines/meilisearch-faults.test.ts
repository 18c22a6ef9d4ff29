import { expect } from 'chai';
import { openMeilisearchIndex } from '../../src/search/meilisearch/open-meilisearch-index.js';
import { SearchMisconfigured, SearchUnavailable, type Trouble } from '../../src/search/search-index.js';
import type { SearchServer } from '../../src/search/search-server.js';
import { anEntry } from '../support/an-entry.js';
import { clockOfToday, emptyIndex, randomName } from '../support/meilisearch-harness.js';
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

/** Short, but not too short for a server that is well on a machine that may be busy. */
const TIMEOUT_MS = 800;

const keys = { searchKey: SEARCH_KEY, indexKey: INDEX_KEY };
const html = '<html><body><h1>502 Bad Gateway</h1></body></html>';
const full = JSON.stringify({ message: 'busy', code: 'too_many_search_requests', type: 'system', link: '' });

const faults: [what: string, fault: Fault, trouble: Trouble][] = [
  ['a cut connection', { kind: 'cut' }, 'unreachable'],
  ['silence', { kind: 'silent' }, 'slow'],
  ['a late answer', { kind: 'late', ms: 2 * TIMEOUT_MS }, 'slow'],
  ["a proxy's page", { kind: 'answer', status: 502, body: html }, 'unreachable'],
  ['an empty answer', { kind: 'answer', status: 200, body: '' }, 'unreachable'],
  ['half an answer', { kind: 'answer', status: 200, body: '{"results": [' }, 'unreachable'],
  ['another answer', { kind: 'answer', status: 200, body: '{"hello": "there"}' }, 'unreachable'],
  ['a full queue', { kind: 'answer', status: 503, body: full, headers: { 'retry-after': '7' } }, 'busy'],
  ['a fault of its own', { kind: 'answer', status: 500, body: '{"code": "internal"}' }, 'busy'],
];

describe('Meilisearch with faults', () => {
  let standIn: StandIn;
  let index: SearchServer & { name: string };
  beforeEach(async () => {
    standIn = await startStandIn();
    index = await emptyIndex({ host: standIn.host, ...keys, timeoutMs: TIMEOUT_MS });
  });
  afterEach(() => standIn.stop());

  const trouble = async (call: () => Promise<unknown>): Promise<SearchUnavailable> => {
    const error = await call().then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).to.be.instanceOf(SearchUnavailable);
    return error as SearchUnavailable;
  };
  const search = () => index.search(query(), TODAY);

  for (const [what, fault, expected] of faults)
    it(`reports ${what} as ${expected}, and recovers`, async () => {
      standIn.state.fault = () => fault;
      expect((await trouble(search)).trouble).to.equal(expected);
      standIn.state.fault = () => null;
      expect((await search()).total).to.equal(0);
    });

  it('reports when a busy server can be asked again', async () => {
    standIn.state.fault = () => faults.find(([, , one]) => one === 'busy')![1];
    expect((await trouble(search)).retryAfter).to.equal(7);
  });

  it('reports a server that is gone at once, and finds it again', async () => {
    await standIn.stop();
    const elapsed = startStopwatch();
    expect((await trouble(search)).trouble).to.equal('unreachable');
    expect(elapsed()).to.be.below(250);
    await standIn.start();
    expect((await search()).total).to.equal(0);
  });

  it('reports a server that came back with an empty disk, and writes nothing there', async () => {
    await standIn.stop();
    await standIn.start({ empty: true });
    expect(await index.state()).to.equal('missing');
    const add = () => index.apply([{ id: 'a', entry: anEntry('a') }]);
    expect((await trouble(add)).trouble).to.equal('missing');
    expect(standIn.indexNames()).to.deep.equal([]);
  });

  it('reports an index made by another version or with other settings', async () => {
    const { documents } = standIn.index(index.name);
    const [mark] = documents.values();
    documents.set(mark!.id, { ...mark!, formatVersion: 0 });
    expect(await index.state()).to.equal('other-version');
    expect((await trouble(search)).trouble).to.equal('other-version');
    documents.clear();
    expect(await index.state()).to.equal('other-version');
    Object.assign(standIn.index(index.name).settings, { filterableAttributes: [] });
    expect(await index.state()).to.equal('other-version');
  });

  it('fails when a task fails, although the request succeeds', async () => {
    standIn.state.taskFailure = (type) => (type === 'documentAdditionOrUpdate' ? 'internal' : null);
    const add = () => index.apply([{ id: 'a', entry: anEntry('a') }]);
    expect((await trouble(add)).trouble).to.equal('failed-task');
    standIn.state.taskFailure = (type) => (type === 'documentDeletion' ? 'internal' : null);
    const remove = () => index.apply([{ id: 'a', entry: null }]);
    expect((await trouble(remove)).trouble).to.equal('failed-task');
  });

  it('waits for slow tasks', async () => {
    standIn.state.taskMs = 80;
    await index.apply([{ id: 'a', entry: anEntry('a') }]);
    expect((await search()).total).to.equal(1);
  });

  it('splits a batch that is too large, and gives up on a single entry that is', async () => {
    standIn.state.payloadLimit = 6000;
    const changes = Array.from({ length: 20 }, (_, at) => ({ id: `a${at}`, entry: anEntry(`a${at}`) }));
    await index.apply(changes);
    expect(await index.size()).to.equal(20);
    const about = 'word '.repeat(2000);
    const large = () => index.apply([{ id: 'large', entry: anEntry('large', { text: { about } }) }]);
    expect((await trouble(large)).trouble).to.equal('refused');
  });

  it('never asks for a page past the end', async () => {
    await index.apply([{ id: 'a', entry: anEntry('a') }]);
    standIn.state.calls.length = 0;
    const answer = await index.search(query({ page: 999_999 }), TODAY);
    expect(answer).to.include({ total: 1 });
    expect(answer.hits).to.deep.equal([]);
    expect(answer.counts.state).to.deep.equal({ NJ: 1 });
    const pages = standIn.state.calls.flatMap(({ body }) =>
      (body as { queries: { page: number }[] }).queries.map((one) => one.page),
    );
    expect(Math.max(...pages)).to.equal(1);
  });

  it('requests uncompressed answers', async () => {
    standIn.state.calls.length = 0;
    await search();
    await index.apply([{ id: 'a', entry: anEntry('a') }]);
    const asked = new Set(standIn.state.calls.map(({ headers }) => headers['accept-encoding']));
    expect([...asked]).to.deep.equal(['identity']);
  });

  it('sends one request for a page of results with all counts', async () => {
    standIn.state.calls.length = 0;
    await index.search(
      query({ state: 'NJ', payer: ['aetna'], scope: ['in-session'], accepting: true }),
      TODAY,
    );
    expect(standIn.state.calls.map(({ path }) => path)).to.deep.equal(['/multi-search']);
  });

  it('changes settings only when they differ, and rotates the order once a day', async () => {
    expect(await index.turn()).to.equal(false);
    let now = new Date(`${TODAY}T12:00:00Z`);
    const later = await openMeilisearchIndex({
      host: standIn.host,
      ...keys,
      indexName: index.name,
      clock: { now: () => now },
      newId: randomName,
    });
    now = new Date(now.getTime() + 86_400_000);
    expect(await later.turn()).to.equal(true);
    const changed = standIn.state.calls.filter(({ method }) => method === 'PATCH').at(-1);
    expect(Object.keys(changed?.body as object)).to.deep.equal(['rankingRules']);
    expect(await later.turn()).to.equal(false);
  });
});

describe('Meilisearch with wrong settings', () => {
  let standIn: StandIn;
  before(async () => {
    standIn = await startStandIn();
  });
  after(() => standIn.stop());

  const open = (options: object) =>
    openMeilisearchIndex({ host: standIn.host, ...keys, clock: clockOfToday, newId: randomName, ...options });
  const refused = async (options: object): Promise<string> => {
    const error = await open(options).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).to.be.instanceOf(SearchMisconfigured);
    return (error as SearchMisconfigured).message;
  };

  it('names the setting whose key is refused', async () => {
    expect(await refused({ searchKey: 'wrong' })).to.match(/^MEILI_SEARCH_KEY/);
    expect(await refused({ searchKey: '' })).to.match(/^MEILI_SEARCH_KEY/);
    expect(await refused({ indexKey: SEARCH_KEY })).to.match(/^MEILI_INDEX_KEY/);
  });

  it('names the setting of an invalid address', async () => {
    expect(await refused({ host: 'no address' })).to.match(/^MEILI_HOST: give an address/);
    expect(await refused({ host: 'ftp://127.0.0.1' })).to.match(/^MEILI_HOST: give an address/);
  });

  it('names a server that is too old', async () => {
    standIn.state.version = '1.30.0';
    expect(await refused({})).to.equal('MEILI_HOST: this Meilisearch is too old, 1.50 or later is wanted');
  });

  it('starts without a server, and logs a warning', async () => {
    const lines: string[] = [];
    const logger = { warn: (_: object, line: string) => lines.push(line) };
    const index = await open({ host: 'http://127.0.0.1:9', logger });
    expect(lines).to.have.length(1);
    expect(lines[0]).to.match(/^Meilisearch cannot be used yet: Meilisearch cannot be reached/);
    await index.close();
  });

  it('never includes a key in an error', async () => {
    const index = await open({ host: 'http://127.0.0.1:9', searchKey: 'a-secret-for-searching' });
    const error = await index.search(query(), TODAY).catch((thrown: unknown) => thrown);
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.to.contain('secret');
  });
});
