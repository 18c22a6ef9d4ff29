import { KnownError, kindForLog } from '../domain/errors.js';

/** What jobs need of a logger. */
export interface JobLogger {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface StateLogOptions {
  logger: JobLogger;
  /** Begins each line, such as `index sync`. */
  subsystem: string;
  /** What the line says of a failure; asked when it is logged. */
  failing: () => string;
  /** Tells two failures apart, so that another one is logged too; by kind unless given. */
  reasonOf?: (error: unknown) => string;
}

/** Logs changes of state: one line when something starts failing, and one when it works again. */
export interface StateLog {
  /** A run succeeded. */
  succeeded(): void;
  /** A run failed, and is tried again after `retryMs` where that is given. Logged for the first failure in a row, or another reason. */
  failed(error: unknown, retryMs?: number): void;
  /** Failures in a row. */
  failures(): number;
}

/** A known error is a warning with its message; an error that nobody foresaw is logged as one, with its stack. */
export function createStateLog(options: StateLogOptions): StateLog {
  const { logger, subsystem, failing, reasonOf = kindForLog } = options;
  let reason: string | null = null;
  let failures = 0;
  return {
    failures: () => failures,
    succeeded() {
      if (failures > 0) logger.info({ failures }, `${subsystem}: works again, failures: ${failures}`);
      reason = null;
      failures = 0;
    },
    failed(error, retryMs) {
      failures += 1;
      const found = reasonOf(error);
      if (found === reason) return;
      reason = found;
      const retry = retryMs === undefined ? '' : `, retrying in ${retryMs / 1000} s`;
      const line = `${subsystem}: ${failing()}${retry}`;
      const kind = kindForLog(error);
      if (error instanceof KnownError) logger.warn({ kind }, `${line}: ${error.message}`);
      else logger.error({ kind, err: error }, line);
    },
  };
}
