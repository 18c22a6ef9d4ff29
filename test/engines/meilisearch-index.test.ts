import { searchContract } from '../contracts/search.contract.js';
import { emptyIndex, sharedIndex } from '../support/meilisearch-harness.js';
import {
  INDEX_KEY,
  SEARCH_KEY,
  type StandIn,
  startStandIn,
} from '../support/meilisearch-stand-in/stand-in.js';

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
