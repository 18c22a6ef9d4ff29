/** Whether the server stays behind: is told at each look what has waited the longest, or `null`. */
export type IsBehind = (oldest: string | null) => boolean;

/**
 * The server stays behind while the same thing still waits at the next look: whoever sends was killed, and the lease goes on for a while.
 * What waits at the first look has waited for nobody knows how long.
 */
export function createLag(everyMs: number): IsBehind {
  let waiting: string | null = null;
  let since: number | null = null;
  return (oldest) => {
    const now = performance.now();
    if (oldest === null) since = now;
    else if (oldest !== waiting) since = since === null ? Number.NEGATIVE_INFINITY : now;
    waiting = oldest;
    // Looks that were taken at once, as something was written, are no second look.
    return oldest !== null && now - (since ?? now) > everyMs / 2;
  };
}
