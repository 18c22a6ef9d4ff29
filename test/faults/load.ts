import { setTimeout as pause } from 'node:timers/promises';

export interface Tally {
  asked: number;
  failed: number;
  slowestMs: number;
  /** The first few faults. */
  faults: string[];
}

export interface Load {
  readonly searches: Tally;
  readonly profiles: Tally;
  /** Resolves when every request is answered. */
  stop(): Promise<void>;
}

const PER_SECOND = 40;
/** One of this many requests is for a profile. */
const PROFILE_EVERY = 4;
const TIMEOUT_MS = 10_000;
const MOST_FAULTS = 5;

/**
 * Requests searches and profiles from these processes in turn, at a constant rate, however long the answers
 * take.
 */
export function startLoad(
  origins: readonly string[],
  searches: readonly string[],
  slugs: readonly string[],
): Load {
  const tallies = { searches: newTally(), profiles: newTally() };
  const underWay = new Set<Promise<void>>();
  let asked = 0;
  const began = performance.now();

  function askNext(): void {
    const number = asked++;
    const origin = origins[number % origins.length]!;
    const isProfile = number % PROFILE_EVERY === 0;
    const list = isProfile ? slugs.map((slug) => `/therapists/${slug}`) : searches;
    const path = list[number % list.length]!;
    const mark = isProfile ? '<h1' : '<h2 id="found"';
    const work = ask(origin + path, mark, isProfile ? tallies.profiles : tallies.searches);
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  }

  const timer = setInterval(() => {
    const due = ((performance.now() - began) / 1000) * PER_SECOND;
    while (asked < due) askNext();
  }, 1000 / PER_SECOND);
  return {
    ...tallies,
    async stop() {
      clearInterval(timer);
      while (underWay.size > 0) await pause(50);
    },
  };
}

function newTally(): Tally {
  return { asked: 0, failed: 0, slowestMs: 0, faults: [] };
}

async function ask(url: string, mark: string, tally: Tally): Promise<void> {
  tally.asked += 1;
  const start = performance.now();
  const fault = await faultOf(url, mark).catch((error: unknown) => String(error));
  tally.slowestMs = Math.max(tally.slowestMs, performance.now() - start);
  if (fault === null) return;
  tally.failed += 1;
  if (tally.faults.length < MOST_FAULTS) tally.faults.push(`${url}: ${fault}`);
}

/** Checks that an answer is a whole page of the requested kind. */
async function faultOf(url: string, mark: string): Promise<string | null> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  const page = await answer.text();
  if (answer.status !== 200) return `status ${answer.status}`;
  return page.includes(mark) && page.trimEnd().endsWith('</html>') ? null : 'not the requested page';
}
