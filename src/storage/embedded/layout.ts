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
  // Holds nothing but what waits for the search server, and is right by itself for records of any age.
  `CREATE INDEX therapists_unindexed ON therapists (change_no) WHERE revision <> indexed_revision;
   CREATE TABLE leases (name TEXT NOT NULL PRIMARY KEY, holder TEXT NOT NULL, ends_at TEXT NOT NULL) STRICT;`,
  // The tags of therapists that are there already come with record version 2, which writes each of them anew.
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

/** Brings the tables to the present layout, all steps in one transaction. @throws StoreRefused when they are not ours or newer. */
export function bringLayoutUpToDate(connection: Connection, file: string): void {
  if (layoutOf(connection, file) === steps.length) return;
  connection.transaction(() => {
    // Asked again: another process may have done it while this one waited.
    for (const step of steps.slice(layoutOf(connection, file))) connection.script(step);
    connection.script(`PRAGMA user_version = ${steps.length}`);
  });
}

/** The layout the file has. @throws StoreRefused when it belongs to another program, or to a newer version of this one. */
export function layoutOf(connection: Connection, file: string): number {
  const { version, mark, tables } = head(connection);
  if (mark !== APPLICATION_ID && (version !== 0 || tables !== 0))
    throw new StoreRefused(
      `The file ${file} is a database of another program: name another DATA_DIR, or move the file away.`,
    );
  if (version > steps.length) throw tooNew(`The store ${file}`);
  return version;
}

/** One statement, so that it cannot see half of what another process lays out meanwhile. */
const HEAD = `
  SELECT (SELECT user_version FROM pragma_user_version) AS version,
         (SELECT application_id FROM pragma_application_id) AS mark,
         count(*) AS tables
  FROM sqlite_schema`;

interface Head {
  version: number;
  mark: number;
  tables: number;
}

function head(connection: Connection): Head {
  const [row] = connection.all<Head>(HEAD);
  if (row === undefined) throw new Error('SQLite gave no head of the file.');
  return row;
}
