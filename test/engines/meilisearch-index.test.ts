import { expect } from 'chai';
import { openMeilisearchIndex } from '../../src/search/meilisearch/open-meilisearch-index.js';
import { SearchMisconfigured } from '../../src/search/search-index.js';
import { searchContract } from '../contracts/search.contract.js';
import {
  clockOfToday,
  emptyIndex,
  keysOfServer,
  randomName,
  removeIndexes,
  sharedIndex,
} from '../support/meilisearch-harness.js';
import {
  INDEX_KEY,
  SEARCH_KEY,
  type StandIn,
  startStandIn,
} from '../support/meilisearch-stand-in/stand-in.js';
import { describeWithService } from '../support/services.js';

/** A write takes a server a tenth of a second or more. The stand-in runs the rest. */
const RUNS_ON_SERVER = 12;

/** What a search finds is tried here, not how long it may take; the stand-in searches slowly, on a machine that may be busy. */
const PATIENCE_MS = 30_000;

describe('Meilisearch, on the stand-in', () => {
  let standIn: StandIn;
  before(async () => {
    standIn = await startStandIn();
  });
  after(() => standIn.stop());

  searchContract(
    'Meilisearch, on the stand-in',
    sharedIndex(() =>
      emptyIndex({ host: standIn.host, searchKey: SEARCH_KEY, indexKey: INDEX_KEY, timeoutMs: PATIENCE_MS }),
    ),
  );
});

describeWithService('MEILI_HOST', 'search contract: Meilisearch', (host) => {
  describe('Meilisearch', () => {
    const server = { host, ...keysOfServer() };
    after(() => removeIndexes(server));
    searchContract(
      'Meilisearch',
      sharedIndex(() => emptyIndex(server), { runs: RUNS_ON_SERVER }),
    );

    it('keeps its settings as sent, and rotates the order when the day changes', async () => {
      let days = 0;
      const clock = { now: () => new Date(clockOfToday.now().getTime() + days * 86_400_000) };
      const index = await emptyIndex({ ...server, clock });
      expect(await index.turn()).to.equal(false);
      days = 1;
      expect(await index.turn()).to.equal(true);
      expect(await index.turn()).to.equal(false);
    });

    it('reports a server without our index', async () => {
      const index = await openMeilisearchIndex({
        ...server,
        clock: clockOfToday,
        newId: randomName,
        indexName: 'holdspace_test_nothing',
      });
      expect(await index.state()).to.equal('missing');
    });

    it('names the setting of an unknown key', async function () {
      if (server.searchKey === '') this.skip();
      const wrong = { ...server, searchKey: 'not-a-key', clock: clockOfToday, newId: randomName };
      const error = await openMeilisearchIndex(wrong).catch((thrown: unknown) => thrown);
      expect(error).to.be.instanceOf(SearchMisconfigured);
    });
  });
});
