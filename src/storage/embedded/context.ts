import { latestVersion, type RecordStep, tooNew } from '../record-versions.js';
import type { Connection } from './connection.js';
import { layoutOf } from './layout.js';

/** The tools that every part of the engine shares. */
export interface Context {
  readonly connection: Connection;
  readonly file: string;
  readonly steps: readonly RecordStep[];
}

interface State {
  change_no: number;
  record_version: number;
}

/** The number of the last change, and the version of the records. */
export function readState(connection: Connection): State {
  const [state] = connection.all<State>('SELECT change_no, record_version FROM state');
  if (state === undefined) throw new Error('The table "state" has lost its row.');
  return state;
}

/**
 * Keeps this program from writing old shapes.
 * @throws StoreRefused when a newer program has claimed the file.
 */
export function assertNotNewer({ connection, file, steps }: Context): void {
  layoutOf(connection, file);
  if (readState(connection).record_version > latestVersion(steps)) throw tooNew(`The store ${file}`);
}

/**
 * Runs `work` in one transaction, if this program may still write. Change numbers are taken inside it: SQLite
 * lets one process write at a time, so a reader who reads up to a number has seen every change before it.
 */
export function write<T>(context: Context, work: (takeNumbers: (count: number) => number) => T): T {
  const { connection } = context;
  return connection.transaction(() => {
    assertNotNewer(context);
    return work((count) => {
      const { change_no: last } = readState(connection);
      connection.run('UPDATE state SET change_no = ?', last + count);
      return last + 1;
    });
  });
}
