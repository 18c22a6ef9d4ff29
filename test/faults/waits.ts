import { setTimeout as pause } from 'node:timers/promises';

/** Waits until this holds; answers after how many milliseconds, `null` when it did not in time. */
export async function eventually(holds: () => Promise<boolean>, withinMs: number): Promise<number | null> {
  const start = performance.now();
  while (performance.now() - start < withinMs) {
    if (await holds()) return performance.now() - start;
    await pause(100);
  }
  return null;
}

/** Waits until every one of these processes serves pages, and names exactly these engines as degraded. */
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

/** The same where others may be degraded beside it: with the store away, nobody knows whether the search server has all it should. */
export function allAmongDegraded(origins: readonly string[], engine: string, withinMs: number) {
  return eventually(async () => {
    const all = await Promise.all(origins.map(degradedAt));
    return all.every((degraded) => degraded?.includes(engine));
  }, withinMs);
}

/** What `/readyz` of a process names as degraded; `null` while it serves no pages. */
async function degradedAt(origin: string): Promise<string[] | null> {
  const answer = await fetch(`${origin}/readyz`);
  const { degraded } = (await answer.json()) as { degraded: string[] };
  return answer.status === 200 ? degraded : null;
}

/** What is still wrong when it was looked at for so long; nothing as soon as a look finds nothing. */
export async function settled(look: () => Promise<string[]>, withinMs: number): Promise<string[]> {
  let faults: string[] = [];
  await eventually(async () => {
    faults = await look();
    return faults.length === 0;
  }, withinMs);
  return faults;
}
