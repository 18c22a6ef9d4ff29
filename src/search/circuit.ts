import type { Clock, Instant } from '../domain/calendar.js';
import { SearchMisconfigured, SearchUnavailable, type Trouble } from './search-index.js';

/** Why a server is not used: what it said, a setting that is wrong, or something nobody has thought of. */
export type Reason = Trouble | 'misconfigured' | 'error';

export interface CircuitHealth {
  reason: Reason | null;
  /** Since when it has been so. */
  since: Instant;
  /** How often each kept the server from answering, since the start. */
  failures: Readonly<Partial<Record<Reason, number>>>;
}

export interface CircuitOptions {
  clock: Clock;
  logger: {
    warn(details: object, message: string): void;
    info(details: object, message: string): void;
  };
  /** Why the server cannot be used, or `null` when it can. */
  probe(): Promise<Reason | null>;
  timeoutMs?: number;
  probeMs?: number;
}

export interface Circuit {
  /** Whether the server is used. */
  isClosed(): boolean;
  /** What the call returns; `null` when it failed or took too long, and the circuit is open from then on. */
  attempt<T>(call: () => Promise<T>): Promise<{ value: T } | null>;
  /** Checks the server now, while it is used: the circuit opens when it does not answer, before a search has to find out. */
  check(): Promise<void>;
  health(): CircuitHealth;
  /** Ends the checks. */
  stop(): void;
}

const LONGEST_PROBE_MS = 60_000;

/** A server that failed again so soon after it was back is left alone twice as long. */
const RELAPSE_MS = 30_000;

/** Opens with the first failure, checks the server by itself, and closes when it answers. One line in the log for each change. */
export function createCircuit(options: CircuitOptions): Circuit {
  const { clock, logger, timeoutMs = 800, probeMs = 1000 } = options;
  const failures: Partial<Record<Reason, number>> = {};
  let reason: Reason | null = null;
  let since = clock.now();
  let closedAt = Number.NEGATIVE_INFINITY;
  let wait = probeMs;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  function open(error: unknown): void {
    const found = reasonOf(error);
    failures[found] = (failures[found] ?? 0) + 1;
    if (reason === null) {
      const relapsed = performance.now() - closedAt < RELAPSE_MS;
      wait = relapsed ? Math.min(wait * 2, LONGEST_PROBE_MS) : probeMs;
      plan(retryAfterOf(error) ?? wait);
    }
    tell(found, error);
  }

  function tell(found: Reason, error: unknown): void {
    if (reason === found) return;
    [reason, since] = [found, clock.now()];
    const said = error instanceof Error ? error.message : String(error);
    const expected = error instanceof SearchUnavailable || error instanceof SearchMisconfigured;
    logger.warn(
      { reason: found, ...(!expected && { err: error }) },
      `searches are answered in this process: ${said}`,
    );
  }

  function close(): void {
    [reason, since] = [null, clock.now()];
    closedAt = performance.now();
    logger.info({}, 'searches are answered by Meilisearch again');
  }

  function plan(ms: number): void {
    if (stopped) return;
    timer = setTimeout(() => {
      limited(options.probe(), timeoutMs)
        .then((found) => (found === null ? close() : tell(found, `the index is ${found}`)))
        .catch((error: unknown) => tell(reasonOf(error), error))
        .finally(() => reason !== null && plan(wait));
    }, ms).unref();
  }

  return {
    isClosed: () => reason === null,
    async attempt(call) {
      return await limited(call(), timeoutMs).then(
        (value) => ({ value }),
        (error: unknown) => {
          open(error);
          return null;
        },
      );
    },
    async check() {
      if (reason === null && !stopped) await limited(options.probe(), timeoutMs).catch(open);
    },
    health: () => ({ reason, since: since.toISOString(), failures: { ...failures } }),
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** @throws SearchUnavailable `slow`; what the call returns after that is ignored */
function limited<T>(call: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new SearchUnavailable('slow', 'Meilisearch did not answer in time')),
      ms,
    );
    call.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function reasonOf(error: unknown): Reason {
  if (error instanceof SearchUnavailable) return error.trouble;
  return error instanceof SearchMisconfigured ? 'misconfigured' : 'error';
}

function retryAfterOf(error: unknown): number | null {
  const seconds = error instanceof SearchUnavailable ? error.retryAfter : null;
  return seconds === null ? null : Math.min(seconds * 1000, LONGEST_PROBE_MS);
}
