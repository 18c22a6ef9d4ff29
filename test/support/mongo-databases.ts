import { randomBytes } from 'node:crypto';
import mongoose from 'mongoose';
import { openMongoStore } from '../../src/storage/mongo/open-mongo-store.js';
import type { Store } from '../../src/storage/store.js';
import type { OpenOptions, StoreUnderTest } from '../contracts/store.contract.js';

const RUN = randomBytes(5).toString('hex');
let made = 0;

/** The same server, user and options, and a database that nobody else uses. */
export function freshDatabase(uri: string): string {
  return withDatabase(uri, `holdspace_test_${RUN}_${++made}`);
}

/** The database a user is kept in follows from the one in the address, so it is said before that one is changed. */
export function withDatabase(uri: string, name: string): string {
  const [, server = '', path = '', query = ''] =
    /^(\w+(?:\+srv)?:\/\/[^/?]*)\/?([^?]*)\??(.*)$/s.exec(uri) ?? [];
  const said = /(?:^|&)authSource=/i.test(query) || !server.includes('@');
  const parts = [query, said ? '' : `authSource=${path || 'admin'}`].filter((part) => part !== '');
  return `${server}/${name}${parts.length > 0 ? `?${parts.join('&')}` : ''}`;
}

export async function dropDatabase(uri: string): Promise<void> {
  const connection = await mongoose.createConnection(uri).asPromise();
  await connection.dropDatabase();
  await connection.destroy();
}

/** A store in a database of its own, for the contract suite and what else needs one. */
export async function mongoStoreUnderTest(
  server: string,
  options: OpenOptions = {},
): Promise<StoreUnderTest> {
  const uri = freshDatabase(server);
  const openings: Store[] = [];
  async function again(wanted: OpenOptions = {}): Promise<Store> {
    const store = await openMongoStore({ uri, ...wanted });
    openings.push(store);
    return store;
  }
  return {
    store: await again(options),
    again,
    async dispose() {
      for (const store of openings) await store.close();
      await dropDatabase(uri);
    },
  };
}
