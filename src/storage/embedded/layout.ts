import { tooNew } from '../record-versions.js';
import { StoreRefused } from '../store.js';
import type { Connection } from './connection.js';

/** Marks the file as ours ("Hold" in ASCII), so that another program's database is never written into. */
const APPLICATION_ID = 0x486f6c64;

/**
 * The steps that lay out the tables, each from one `user_version` to the next; never edited once released.
 * `doc` is the whole record as JSON. What is asked for by SQL stands beside it, and the columns `revision` and
 * `indexed_revision` are right where `doc` differs.
 */
const steps: readonly string[] = [
  `PRAGMA application_id = ${APPLICATION_ID};
   CREATE TABLE state (
     only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
     change_no INTEGER NOT NULL,
     record_version INTEGER NOT NULL
   ) STRICT;
   INSERT INTO state VALUES (1, 0, 1);
   CREATE TABLE therapists (
     id TEXT NOT NULL PRIMARY KEY,
     slug TEXT NOT NULL UNIQUE,
     email_key TEXT NOT NULL UNIQUE,
     revision INTEGER NOT NULL,
     indexed_revision INTEGER NOT NULL,
     record_version INTEGER NOT NULL,
     demo INTEGER NOT NULL,
     next_due_at TEXT,
     change_no INTEGER NOT NULL UNIQUE,
     doc TEXT NOT NULL
   ) STRICT;
   CREATE INDEX therapists_due ON therapists (next_due_at, id) WHERE next_due_at IS NOT NULL;
   CREATE INDEX therapists_demo ON therapists (demo);
   CREATE INDEX therapists_record_version ON therapists (record_version);
   CREATE TABLE removals (id TEXT NOT NULL PRIMARY KEY, change_no INTEGER NOT NULL UNIQUE) STRICT;`,
];

/** Brings the tables to the present layout, all steps in one transaction. @throws StoreRefused when they are not ours or newer. */
export function bringLayoutUpToDate(connection: Connection, file: string): void {
  if (layoutOf(connection, file) === steps.length) return;
  connection.transaction(() => {
    // Asked again: another process may have done it while this one waited.
    for (const step of steps.slice(layoutOf(connection, file))) connection.script(step);
    connection.script(`PRAGMA user_version = ${steps.length}`);
  });
}

/** @throws StoreRefused when a newer program has laid the tables out anew since this one started. */
export function assertLayoutNotNewer(connection: Connection, file: string): void {
  if (userVersion(connection) > steps.length) throw tooNew(`The store ${file}`);
}

function layoutOf(connection: Connection, file: string): number {
  assertLayoutNotNewer(connection, file);
  const version = userVersion(connection);
  const [mark] = connection.all<{ application_id: number }>('PRAGMA application_id');
  const [empty] = connection.all<{ yes: number }>('SELECT count(*) = 0 AS yes FROM sqlite_schema');
  const ours = mark?.application_id === APPLICATION_ID || (version === 0 && empty?.yes === 1);
  if (!ours)
    throw new StoreRefused(
      `The file ${file} is a database of another program: name another DATA_DIR, or move the file away.`,
    );
  return version;
}

function userVersion(connection: Connection): number {
  const [row] = connection.all<{ user_version: number }>('PRAGMA user_version');
  return row?.user_version ?? 0;
}
