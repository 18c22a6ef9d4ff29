import type { Connection } from 'mongoose';
import type { Store } from '../store.js';
import { therapistChanges } from './changes.js';
import { connectMongo } from './connect.js';
import { type ContextOptions, contextOn } from './context.js';
import { toPortError } from './failures.js';
import { guarded, ping } from './guard.js';
import { indexMarks } from './index-marks.js';
import { bringLayoutUpToDate } from './layout.js';
import { leaseStore } from './leases.js';
import { ensureIndexes } from './models.js';
import { therapistReads } from './reads.js';
import { recordStore } from './records.js';
import { watchAbandoned } from './recovery.js';
import { claimState, readState } from './state.js';
import { therapistTags } from './tags.js';
import { upgradeRecords } from './upgrade.js';
import { therapistWrites } from './writes.js';

export interface MongoStoreOptions extends ContextOptions {
  /** MONGODB_URI. Uses the database "holdspace" when it names none. Any number of processes may open it. */
  readonly uri: string;
}

/**
 * Opens the store in a database of a server that speaks MongoDB's protocol, and brings indexes and records to
 * this program's version.
 * @throws StoreRefused when the address, the credentials, the server's version or the database's content do not
 * fit.
 * @throws StoreUnreachable when the server does not answer; the call may be retried.
 */
export async function openMongoStore({ uri, ...options }: MongoStoreOptions): Promise<Store> {
  const connection = await connectMongo(uri, options.logger);
  return storeOn(connection, options).catch(async (error: unknown) => {
    await connection.destroy();
    throw toPortError(error);
  });
}

/** The store on an open connection. Closing the store closes the connection. */
export async function storeOn(connection: Connection, options: ContextOptions): Promise<Store> {
  const context = contextOn(connection, options);
  await claimState(context, context.steps);
  await ensureIndexes(context);
  await bringLayoutUpToDate(context);
  await upgradeRecords(context);
  const abandoned = watchAbandoned(context);
  const therapists = {
    ...therapistReads(context),
    ...therapistTags(context),
    ...therapistWrites(context),
    ...indexMarks(context),
    ...therapistChanges(context, abandoned.check),
  };
  // Recovers what a dead process left behind, perhaps this one before its restart.
  abandoned.check(await readState(context));
  let open = true;
  const isOpen = () => open;
  return {
    therapists: guarded(therapists, isOpen),
    leases: guarded(leaseStore(context), isOpen),
    records: (kind) => guarded(recordStore(context, kind), isOpen),
    ...guarded({ ping: () => ping(connection) }, isOpen),
    async close() {
      if (!open) return;
      open = false;
      await abandoned.idle();
      // Does not log a disconnect that is intended.
      connection.removeAllListeners('disconnected');
      await connection.destroy();
    },
  };
}
