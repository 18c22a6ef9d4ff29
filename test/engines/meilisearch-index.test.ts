import { searchContract } from '../contracts/search.contract.js';
import { emptyIndex, keysOfServer, removeIndexes, sharedIndex } from '../support/meilisearch-harness.js';
import {
  INDEX_KEY,
  SEARCH_KEY,
  type StandIn,
  startStandIn,
} from '../support/meilisearch-stand-in/stand-in.js';
import { describeWithService } from '../support/services.js';

/** A write takes a server a tenth of a second and more; the stand-in tries the rest. */
const RUNS_ON_SERVER = 12;

describe('Meilisearch, on the stand-in', () => {
  let standIn: StandIn;
  before(async () => {
    standIn = await startStandIn();
  });
  after(() => standIn.stop());

  searchContract(
    'Meilisearch, on the stand-in',
    sharedIndex(() => emptyIndex({ host: standIn.host, searchKey: SEARCH_KEY, indexKey: INDEX_KEY })),
  );
});

describeWithService('MEILI_HOST', 'search contract: Meilisearch', (host) => {
  describe('Meilisearch', function () {
    this.timeout(60_000);
    const server = { host, ...keysOfServer() };
    after(() => removeIndexes(server));
    searchContract(
      'Meilisearch',
      sharedIndex(() => emptyIndex(server), { runs: RUNS_ON_SERVER }),
    );
  });
});
