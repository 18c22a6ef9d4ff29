import type Database from 'libsql';

/** What may be bound. Never a boolean: binding one aborts the whole process (see decision 0002). */
export type Value = string | number | null;

/** One connection to the file. Statements are prepared once and kept. */
export interface Connection {
  /** The rows of a statement that answers rows, read to the end: an unfinished one would hold an old snapshot. */
  all<Row>(sql: string, ...values: Value[]): Row[];
  /** Runs a statement that answers no rows, and says how many it changed. Never with RETURNING: it would not commit. */
  run(sql: string, ...values: Value[]): number;
  /** Runs statements without values. */
  script(sql: string): void;
  /** Does `work` while no other process can write; all of it is kept, or nothing when it throws. */
  transaction<T>(work: () => T): T;
  /** Merges the log into the file and lets go of it. Closing twice does nothing. */
  close(): void;
}

type Statement = Database.Statement<unknown[]>;

/** Wraps an open database so that only what is known to work can be done with it. */
export function connect(database: Database.Database): Connection {
  const statements = new Map<string, Statement>();
  let open = true;

  function prepared(sql: string, values: readonly Value[] = []): Statement {
    assertOpen();
    if (values.some((value) => typeof value === 'string' && value.includes('\0')))
      throw new RangeError('A text with a NUL cannot be a key: the driver would cut it off there.');
    const statement = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  }

  function assertOpen(): void {
    if (!open) throw new Error('The store is closed.');
  }

  return {
    all: <Row>(sql: string, ...values: Value[]) => prepared(sql, values).all(...values) as Row[],
    run: (sql, ...values) => prepared(sql, values).run(...values).changes,
    script(sql) {
      assertOpen();
      database.exec(sql);
    },
    transaction(work) {
      assertOpen();
      database.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        database.exec('COMMIT');
        return result;
      } finally {
        // Some errors end the transaction by themselves; a second ROLLBACK would hide them behind its own.
        if (database.inTransaction) database.exec('ROLLBACK');
      }
    },
    close() {
      if (!open) return;
      open = false;
      statements.clear();
      // The driver keeps the file until the statements are collected as garbage, so SQLite's own merge comes too late.
      database.prepare('PRAGMA wal_checkpoint(PASSIVE)').all();
      database.close();
    },
  };
}
