import type { Clock, Instant } from '../domain/calendar.js';
import { type CircuitHealth, createCircuit } from './circuit.js';
import type { SearchIndex } from './search-index.js';

/** What is said of an index on a server: whether it can be used. */
export interface Primary extends SearchIndex {
  state(): Promise<'ready' | 'missing' | 'other-version'>;
}

/** The index in this process. */
export interface Fallback extends SearchIndex {
  version(): number;
}

export interface FailoverOptions {
  primary: Primary;
  fallback: Fallback;
  clock: Clock;
  logger: {
    warn(details: object, message: string): void;
    info(details: object, message: string): void;
  };
  /** How long an answer of the primary is waited for, in milliseconds; 800 unless given. */
  timeoutMs?: number;
  /** After how many milliseconds the primary is checked again; 1000 unless given, longer when it keeps failing. */
  probeMs?: number;
}

export interface SearchHealth extends CircuitHealth {
  /** Who answers now. */
  using: 'primary' | 'fallback';
  since: Instant;
  /** Searches and totals answered by each, since the start. */
  answered: { primary: number; fallback: number };
}

export interface FailoverIndex extends SearchIndex {
  /** Grows when an answer may have become another; with a primary also every ten seconds, as it follows a write a little later. */
  version(): number;
  health(): SearchHealth;
  /** Checks now whether the primary answers, unless it is known not to. */
  check(): Promise<void>;
  /** Leaves the primary alone, while it is known to be wrong or is being built, until the answer is called. */
  setAside(): () => void;
}

const SLICE_MS = 10_000;

/**
 * Searches on the primary; what it cannot answer, or not in time, is answered in this process within the same request, and so is
 * everything after it until the primary is back. Changes go to the index in this process alone: the primary is written to by
 * the process that holds the lease for it.
 */
export function createFailoverIndex(options: FailoverOptions): FailoverIndex {
  const { primary, fallback, clock } = options;
  const answered = { primary: 0, fallback: 0 };
  const circuit = createCircuit({
    ...options,
    probe: async () => {
      const state = await primary.state();
      return state === 'ready' ? null : state;
    },
  });
  let asides = 0;
  let version = 0;
  let seen = '';

  const isUsed = () => asides === 0 && circuit.isClosed();

  async function answer<T>(ask: (index: SearchIndex) => Promise<T>): Promise<T> {
    if (isUsed()) {
      const found = await circuit.attempt(() => ask(primary));
      if (found !== null) {
        answered.primary += 1;
        return found.value;
      }
    }
    answered.fallback += 1;
    return await ask(fallback);
  }

  return {
    search: (query, today) => answer((index) => index.search(query, today)),
    totals: (queries, today) => answer((index) => index.totals(queries, today)),
    apply: (changes) => fallback.apply(changes),
    size: () => fallback.size(),
    async close() {
      circuit.stop();
      await Promise.all([primary.close(), fallback.close()]);
    },
    version() {
      const slice = isUsed() ? Math.floor(clock.now().getTime() / SLICE_MS) : 'here';
      const now = `${fallback.version()} ${slice}`;
      if (now !== seen) version += 1;
      seen = now;
      return version;
    },
    health: () => ({
      ...circuit.health(),
      using: isUsed() ? 'primary' : 'fallback',
      answered: { ...answered },
    }),
    check: circuit.check,
    setAside() {
      asides += 1;
      let done = false;
      return () => {
        if (!done) asides -= 1;
        done = true;
      };
    },
  };
}
