import { startStopwatch } from './stopwatch.js';

/** Waits until this holds. @throws Error when it does not within `ms`, by a stopwatch that allows for a busy machine */
export async function until(holds: () => boolean | Promise<boolean>, ms = 10_000): Promise<void> {
  const elapsed = startStopwatch();
  while (!(await holds())) {
    if (elapsed() > ms) throw new Error('It did not come to pass.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
