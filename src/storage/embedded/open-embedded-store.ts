import { resolve } from 'node:path';
import { type RecordStep, recordSteps } from '../record-versions.js';
import type { Store } from '../store.js';
import { therapistChanges } from './changes.js';
import type { Context } from './context.js';
import { leaseStore } from './leases.js';
import { openFile } from './open-file.js';
import { therapistReads } from './reads.js';
import { recordStore } from './records.js';
import { therapistTags } from './tags.js';
import { upgradeRecords } from './upgrade.js';
import { therapistWrites } from './writes.js';

export interface EmbeddedStoreOptions {
  /** The SQLite file. It and its folder are created when missing. Several processes may open it. */
  readonly file: string;
  /** The steps that bring older records up to date. Default: those of this program. */
  readonly recordSteps?: readonly RecordStep[];
}

/**
 * Opens the store in one SQLite file and brings tables and records to this program's version. The port returns
 * promises, but the work is synchronous: a call is done when it returns.
 * @throws StoreRefused when the file is newer, not a database, another program's, or not writable.
 */
export async function openEmbeddedStore(options: EmbeddedStoreOptions): Promise<Store> {
  // An absolute path: the driver takes a name such as "http://…" for a server.
  const file = resolve(options.file);
  const connection = await openFile(file);
  const context: Context = { connection, file, steps: options.recordSteps ?? recordSteps };
  let ready = false;
  try {
    await upgradeRecords(context);
    ready = true;
  } finally {
    if (!ready) connection.close();
  }
  return {
    therapists: {
      ...therapistReads(context),
      ...therapistTags(context),
      ...therapistWrites(context),
      ...therapistChanges(context),
    },
    leases: leaseStore(context),
    records: (kind) => recordStore(context, kind),
    async ping() {
      connection.all('SELECT change_no FROM state');
    },
    async close() {
      connection.close();
    },
  };
}
