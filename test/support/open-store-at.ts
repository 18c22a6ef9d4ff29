import { openEmbeddedStore } from '../../src/storage/embedded/open-embedded-store.js';
import type { Store } from '../../src/storage/store.js';

/** The store at an address of MongoDB or in a file, for a process that is told no more than that. */
export async function openStoreAt(address: string): Promise<Store> {
  if (!address.startsWith('mongodb')) return openEmbeddedStore({ file: address });
  const { openMongoStore } = await import('../../src/storage/mongo/open-mongo-store.js');
  return openMongoStore({ uri: address });
}
