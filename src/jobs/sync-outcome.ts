import { SearchMisconfigured, SearchUnavailable } from '../search/search-index.js';

export interface SyncLogger {
  warn(details: object, message: string): void;
  info(details: object, message: string): void;
}

const LONGEST_WAIT_MS = 10_000;

/** Tells the log when it begins and when it ceases to fail, and how long to wait until the next try. */
export function createOutcome(logger: SyncLogger, everyMs: number) {
  let reason: string | null = null;
  let failures = 0;
  return {
    /** Failures in a row. */
    failures: () => failures,
    succeeded(): number {
      if (reason !== null) logger.info({}, 'Meilisearch follows the store again');
      reason = null;
      failures = 0;
      return everyMs;
    },
    failed(error: unknown): number {
      failures += 1;
      const found = reasonOf(error);
      if (found !== reason) {
        const said = error instanceof Error ? error.message : String(error);
        const details = { reason: found, ...(!isExpected(error) && { err: error }) };
        logger.warn(details, `Meilisearch does not follow the store: ${said}`);
      }
      reason = found;
      const asked = error instanceof SearchUnavailable ? error.retryAfter : null;
      const wait = asked === null ? everyMs * 2 ** Math.min(failures, 10) : asked * 1000;
      return Math.min(wait, LONGEST_WAIT_MS);
    },
  };
}

function isExpected(error: unknown): boolean {
  return error instanceof SearchUnavailable || error instanceof SearchMisconfigured;
}

function reasonOf(error: unknown): string {
  if (error instanceof SearchUnavailable) return error.trouble;
  return error instanceof Error ? error.name : 'error';
}
