import { SearchUnavailable } from '../search/search-index.js';

const LONGEST_WAIT_MS = 10_000;

/** Milliseconds to wait after so many failures in a row: as long as the server asks for, else longer each time. */
export function waitAfter(error: unknown, failures: number, everyMs: number): number {
  const asked = error instanceof SearchUnavailable ? error.retryAfter : null;
  const wait = asked === null ? everyMs * 2 ** Math.min(failures, 10) : asked * 1000;
  return Math.min(wait, LONGEST_WAIT_MS);
}

/** What the server says is wrong, so that another trouble is logged too. */
export function troubleOf(error: unknown): string | null {
  return error instanceof SearchUnavailable ? error.trouble : null;
}
