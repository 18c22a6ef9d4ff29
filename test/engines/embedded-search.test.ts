import { createEmbeddedIndex } from '../../src/search/embedded/embedded-index.js';
import { searchContract } from '../contracts/search.contract.js';

searchContract('embedded', {
  randomText: true,
  async create() {
    const index = createEmbeddedIndex();
    return { index, dispose: () => index.close() };
  },
});
