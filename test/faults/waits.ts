import { setTimeout as pause } from 'node:timers/promises';

/** Waits until `holds` is true. Returns the milliseconds it took, or `null` after the timeout. */
export async function eventually(holds: () => Promise<boolean>, withinMs: number): Promise<number | null> {
  const start = performance.now();
  while (performance.now() - start < withinMs) {
    if (await holds()) return performance.now() - start;
    await pause(100);
  }
  return null;
}

/** Waits until every process serves pages and reports exactly these engines as degraded. */
export function allDegraded(
  origins: readonly string[],
  engines: readonly string[],
  withinMs: number,
): Promise<number | null> {
  return eventually(async () => {
    const all = await Promise.all(origins.map(degradedAt));
    return all.every((degraded) => degraded?.join() === engines.join());
  }, withinMs);
}

/**
 * The same, but allows other degraded engines: without the store, a process cannot know whether the search
 * server is up to date.
 */
export function allAmongDegraded(origins: readonly string[], engine: string, withinMs: number) {
  return eventually(async () => {
    const all = await Promise.all(origins.map(degradedAt));
    return all.every((degraded) => degraded?.includes(engine));
  }, withinMs);
}

/** The degraded engines of a process, from `/readyz`; `null` while it serves no pages. */
async function degradedAt(origin: string): Promise<string[] | null> {
  const answer = await fetch(`${origin}/readyz`);
  const { degraded } = (await answer.json()) as { degraded: string[] };
  return answer.status === 200 ? degraded : null;
}

/** Repeats a check until it finds no fault or the time is up. Returns the last faults. */
export async function settled(check: () => Promise<string[]>, withinMs: number): Promise<string[]> {
  let faults: string[] = [];
  await eventually(async () => {
    faults = await check();
    return faults.length === 0;
  }, withinMs);
  return faults;
}
