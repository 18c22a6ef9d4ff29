import { readFileSync } from 'node:fs';

/**
 * Starts a stopwatch that answers milliseconds. Time in which some program of this machine waited for a processor is left out: a
 * promise like "within two seconds" says nothing about a machine that has more to do than it can.
 */
export function startStopwatch(): () => number {
  const start = performance.now();
  const waitedBefore = waitedMs();
  return () => {
    const took = performance.now() - start;
    // Where the system does not tell, the machine may be four times too busy.
    if (waitedBefore === null) return took / 4;
    return Math.max(0, took - (waitedMs()! - waitedBefore));
  };
}

/** For how long programs have waited for a processor since the machine started; `null` where the system does not tell. */
function waitedMs(): number | null {
  try {
    const total = /^some .*total=(\d+)/m.exec(readFileSync('/proc/pressure/cpu', 'utf8'))?.[1];
    return total === undefined ? null : Number(total) / 1000;
  } catch {
    return null;
  }
}
