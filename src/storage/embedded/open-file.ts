import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { StoreRefused } from '../store.js';
import { type Connection, connect } from './connection.js';
import { bringLayoutUpToDate, layoutOf } from './layout.js';

/**
 * How long a write waits for other processes. Longer than a seed of 100,000 records takes, which is one
 * transaction.
 */
const BUSY_TIMEOUT_MS = 30_000;
const RETRY_MS = 20;

/**
 * Opens the file, creates it and its folder when missing, and creates the tables. FULL: a write is on the disk
 * before it is acknowledged.
 * @throws StoreRefused when the file is not writable, not a database, another program's, or newer.
 */
export async function openFile(file: string): Promise<Connection> {
  const { default: Database } = await import('libsql');
  const connection = refuseKnownErrors(file, () => {
    ensureWritable(file);
    return connect(new Database(file, { timeout: BUSY_TIMEOUT_MS }));
  });
  const deadline = performance.now() + BUSY_TIMEOUT_MS;
  while (!refuseKnownErrors(file, () => prepareFile(connection, file, deadline))) await setTimeout(RETRY_MS);
  return connection;
}

/**
 * Returns `false` when another process is switching the journal mode, which SQLite does not wait for by itself.
 */
function prepareFile(connection: Connection, file: string, deadline: number): boolean {
  try {
    connection.script('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
    // Checked before any write: the journal mode is stored in the file, and the file may not be ours.
    layoutOf(connection, file);
    connection.all('PRAGMA journal_mode = WAL');
    bringLayoutUpToDate(connection, file);
    return true;
  } catch (error) {
    if (codeOf(error).startsWith('SQLITE_BUSY') && performance.now() < deadline) return false;
    throw error;
  }
}

function ensureWritable(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  accessSync(dirname(file), constants.W_OK);
  if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK);
}

const refusals: Readonly<Record<string, string>> = {
  SQLITE_NOTADB: 'is not a database: set another DATA_DIR, or move the file away',
  SQLITE_CORRUPT: 'is damaged: restore it from a backup',
};

function refuseKnownErrors<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = codeOf(error);
    const known = refusals[code];
    if (known !== undefined) throw new StoreRefused(`The file ${file} ${known}.`, { cause: error });
    // The driver's own "unable to open" has no code. The other codes come from the file system (EACCES,
    // ENOTDIR, EROFS, …).
    if (/^(E[A-Z]+|SQLITE_CANTOPEN.*|SQLITE_READONLY.*|)$/.test(code))
      throw new StoreRefused(
        `The store ${file} is not writable: give this user write permission there, or set another DATA_DIR.`,
        { cause: error },
      );
    throw error;
  }
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown }).code);
}
