/** Whether the server stays behind. Each run tells what has waited the longest, or `null`. */
export type IsBehind = (oldest: string | null) => boolean;

/**
 * The server stays behind while the same record still waits in the next run: the process that sends was killed, and its lease still
 * lasts. Nobody knows how long a record has waited that waits in the first run.
 */
export function createLag(everyMs: number): IsBehind {
  let waiting: string | null = null;
  let since: number | null = null;
  return (oldest) => {
    const now = performance.now();
    if (oldest === null) since = now;
    else if (oldest !== waiting) since = since === null ? Number.NEGATIVE_INFINITY : now;
    waiting = oldest;
    // A run right after a write does not count as a second run.
    return oldest !== null && now - (since ?? now) > everyMs / 2;
  };
}
