import { expect } from 'chai';
import type { IndexEntry } from '../../src/search/entry.js';
import { openMeilisearchIndex } from '../../src/search/meilisearch/open-meilisearch-index.js';
import { SearchUnavailable } from '../../src/search/search-index.js';
import type { SearchServer } from '../../src/search/search-server.js';
import { anEntry } from '../support/an-entry.js';
import { clockOfToday, randomName } from '../support/meilisearch-harness.js';
import {
  INDEX_KEY,
  SEARCH_KEY,
  type StandIn,
  startStandIn,
} from '../support/meilisearch-stand-in/stand-in.js';
import { query } from '../support/naive-search.js';
import { TODAY } from '../support/therapist-builder.js';

const NAME = 'therapists';

async function* batches(prefix: string, count: number, each: () => Promise<void> = async () => undefined) {
  for (let at = 0; at < count; at++) {
    await each();
    yield [anEntry(`${prefix}${at}`)] as IndexEntry[];
  }
}

describe('Meilisearch rebuild', () => {
  let standIn: StandIn;
  let index: SearchServer;
  beforeEach(async () => {
    standIn = await startStandIn();
    const keys = { searchKey: SEARCH_KEY, indexKey: INDEX_KEY };
    index = await openMeilisearchIndex({
      host: standIn.host,
      ...keys,
      clock: clockOfToday,
      newId: randomName,
      indexName: NAME,
    });
  });
  afterEach(() => standIn.stop());

  const total = async () => (await index.search(query(), TODAY)).total;

  it('builds on an empty server, and reports its progress', async () => {
    expect(await index.state()).to.equal('missing');
    const progress: number[] = [];
    expect(await index.rebuild(batches('a', 3), (done) => progress.push(done))).to.equal(3);
    expect(progress).to.deep.equal([1, 2, 3]);
    expect(await index.state()).to.equal('ready');
    expect(standIn.indexNames()).to.deep.equal([NAME]);
  });

  it('answers from the old index until the new one is complete', async () => {
    await index.rebuild(batches('old', 2));
    const totals: number[] = [];
    await index.rebuild(
      batches('new', 5, async () => {
        totals.push(await total());
      }),
    );
    expect(totals).to.deep.equal([2, 2, 2, 2, 2]);
    expect(await total()).to.equal(5);
  });

  it('counts a repeated entry once', async () => {
    async function* twice() {
      yield [anEntry('a')];
      yield [anEntry('a'), anEntry('b')];
    }
    expect(await index.rebuild(twice())).to.equal(2);
  });

  it('keeps the old index when interrupted, and a later run deletes the leftovers', async () => {
    await index.rebuild(batches('old', 2));
    const broken = batches('new', 3, async () => {
      throw new Error('the store is gone');
    });
    expect(await index.rebuild(broken).catch((error: Error) => error.message)).to.equal('the store is gone');
    expect(await total()).to.equal(2);
    const [left] = standIn.indexNames().filter((name) => name !== NAME);
    await index.rebuild(batches('new', 3));
    expect(standIn.indexNames()).to.have.members([NAME, left]);
    standIn.index(left!).updatedAt = new Date(Date.now() - 3_600_000);
    await index.rebuild(batches('new', 4));
    expect(standIn.indexNames()).to.deep.equal([NAME]);
    expect(await total()).to.equal(4);
  });

  it('keeps the old index when entries do not arrive', async () => {
    await index.rebuild(batches('old', 2));
    let done = false;
    const losing = batches('new', 3, async () => {
      if (done) return;
      done = true;
      const next = standIn.indexNames().find((name) => name !== NAME)!;
      standIn.index(next).documents.set = () => standIn.index(next).documents;
    });
    const error = await index.rebuild(losing).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(SearchUnavailable);
    expect((error as Error).message).to.equal('of 3 entries 0 have arrived');
    expect(await total()).to.equal(2);
  });

  it('completes when it runs twice at once', async () => {
    await index.rebuild(batches('old', 2));
    standIn.state.taskMs = 2;
    await Promise.all([index.rebuild(batches('new', 6)), index.rebuild(batches('new', 6))]);
    expect(await total()).to.equal(6);
    expect(await index.state()).to.equal('ready');
    expect(standIn.indexNames()).to.deep.equal([NAME]);
  });

  it('detects the swap by its effect when the key may not read the task', async () => {
    standIn.hideTasks('indexSwap');
    expect(await index.rebuild(batches('a', 3))).to.equal(3);
    expect(await index.rebuild(batches('b', 2))).to.equal(2);
    expect(standIn.indexNames()).to.deep.equal([NAME]);
    expect(await total()).to.equal(2);
  });

  it('stops when settings are refused', async () => {
    standIn.state.taskFailure = (type) =>
      type === 'settingsUpdate' ? 'invalid_settings_ranking_rules' : null;
    const error = await index.rebuild(batches('a', 1)).catch((thrown: unknown) => thrown);
    expect((error as Error).message).to.match(/^MEILI_HOST: this Meilisearch is too old/);
  });
});
