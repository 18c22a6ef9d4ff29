import type Database from 'libsql';

/** Values a statement may bind. Never a boolean: binding one aborts the whole process (see decision 0002). */
export type Value = string | number | null;

/** One connection to the file. Statements are prepared once and kept. */
export interface Connection {
  /** Returns the rows of a query. Reads to the end, because an unfinished query would hold an old snapshot. */
  all<Row>(sql: string, ...values: Value[]): Row[];
  /**
   * Runs a statement that returns no rows. Returns the number of rows it changed. Never with RETURNING: it
   * would not commit.
   */
  run(sql: string, ...values: Value[]): number;
  /** Runs statements that bind no values. */
  script(sql: string): void;
  /** Runs `work` in a transaction while no other process can write. Rolls everything back when it throws. */
  transaction<T>(work: () => T): T;
  /** Merges the log into the file and closes it. Closing twice does nothing. */
  close(): void;
}

type Statement = Database.Statement<unknown[]>;

/** Wraps an open database and exposes only operations that are known to work. */
export function connect(database: Database.Database): Connection {
  const statements = new Map<string, Statement>();
  let open = true;

  function prepared(sql: string, values: readonly Value[] = []): Statement {
    assertOpen();
    if (values.some((value) => typeof value === 'string' && value.includes('\0')))
      throw new RangeError('A key must not contain a NUL: the driver would cut it off there.');
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
        // Some errors end the transaction themselves. A second ROLLBACK would hide them behind its own error.
        if (database.inTransaction) database.exec('ROLLBACK');
      }
    },
    close() {
      if (!open) return;
      open = false;
      statements.clear();
      // The driver holds the file until the statements are garbage-collected, so SQLite's own merge would come
      // too late.
      database.prepare('PRAGMA wal_checkpoint(PASSIVE)').all();
      database.close();
    },
  };
}
