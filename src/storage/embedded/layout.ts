import { tooNew } from '../record-versions.js';
import { StoreRefused } from '../store.js';
import type { Connection } from './connection.js';

/**
 * Marks the file as ours ("Hold" in ASCII), so that this program never writes into another program's database.
 */
const APPLICATION_ID = 0x486f6c64;

/**
 * The steps that create the tables, each from one `user_version` to the next. Never edited once released. `doc`
 * is the whole record as JSON. Every field that SQL queries has its own column. Where `doc` differs, the
 * columns `revision` and `indexed_revision` are right.
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
  // Holds only rows that wait for the search server, and needs no backfill for records of any age.
  `CREATE INDEX therapists_unindexed ON therapists (change_no) WHERE revision <> indexed_revision;
   CREATE TABLE leases (name TEXT NOT NULL PRIMARY KEY, holder TEXT NOT NULL, ends_at TEXT NOT NULL) STRICT;`,
  // Record version 2 rewrites every therapist that is already stored, and so creates their tags.
  `CREATE TABLE therapist_tags (
     tag TEXT NOT NULL, at TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (tag, at, id)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX therapist_tags_of ON therapist_tags (id);
   CREATE TABLE records (
     kind TEXT NOT NULL, id TEXT NOT NULL, revision INTEGER NOT NULL, ends_at TEXT, doc TEXT NOT NULL,
     PRIMARY KEY (kind, id)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX records_ending ON records (kind, ends_at, id) WHERE ends_at IS NOT NULL;
   CREATE TABLE record_tags (
     kind TEXT NOT NULL, tag TEXT NOT NULL, at TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (kind, tag, at, id)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX record_tags_of ON record_tags (kind, id);`,
];

/**
 * Brings the tables to the present layout, all steps in one transaction.
 * @throws StoreRefused when the file is another program's or newer.
 */
export function bringLayoutUpToDate(connection: Connection, file: string): void {
  if (layoutOf(connection, file) === steps.length) return;
  connection.transaction(() => {
    // Checked again: another process may have done it while this one waited.
    for (const step of steps.slice(layoutOf(connection, file))) connection.script(step);
    connection.script(`PRAGMA user_version = ${steps.length}`);
  });
}

/**
 * The layout of the file.
 * @throws StoreRefused when it belongs to another program or to a newer version of this one.
 */
export function layoutOf(connection: Connection, file: string): number {
  const { version, mark, tables } = readHeader(connection);
  if (mark !== APPLICATION_ID && (version !== 0 || tables !== 0))
    throw new StoreRefused(
      `The file ${file} belongs to another program: set another DATA_DIR, or move the file away.`,
    );
  if (version > steps.length) throw tooNew(`The store ${file}`);
  return version;
}

/** One statement, so that it cannot see a layout that another process has half created. */
const HEADER_QUERY = `
  SELECT (SELECT user_version FROM pragma_user_version) AS version,
         (SELECT application_id FROM pragma_application_id) AS mark,
         count(*) AS tables
  FROM sqlite_schema`;

interface Header {
  version: number;
  mark: number;
  tables: number;
}

function readHeader(connection: Connection): Header {
  const [row] = connection.all<Header>(HEADER_QUERY);
  if (row === undefined) throw new Error('SQLite returned no header of the file.');
  return row;
}
