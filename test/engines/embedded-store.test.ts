import { join } from 'node:path';
import { openEmbeddedStore } from '../../src/storage/embedded/open-embedded-store.js';
import type { Store } from '../../src/storage/store.js';
import { type OpenOptions, storeContract } from '../contracts/store.contract.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';

storeContract('embedded', {
  async open(options) {
    const folder = await temporaryFolder();
    const openings: Store[] = [];
    async function again(wanted: OpenOptions = {}): Promise<Store> {
      const store = await openEmbeddedStore({ file: join(folder, 'holdspace.db'), ...wanted });
      openings.push(store);
      return store;
    }
    return {
      store: await again(options),
      again,
      async dispose() {
        for (const store of openings) await store.close();
        await removeFolder(folder);
      },
    };
  },
});
