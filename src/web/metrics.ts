import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Answered } from './access-log.js';

/** How the engines of this process do, at one moment. What is not known, or not there, is `null`. */
export interface Figures {
  storeReachable: boolean;
  index: { listings: number; version: number } | null;
  /** Since the last successful read of the store. */
  followerLagSeconds: number | null;
  /** Searches and counts answered since the start, by the name of the engine. */
  answered: Readonly<Record<string, number>>;
  /** Whether searches go to the search server; `null` when none is set. */
  searchServerUsed: boolean | null;
  /** What kept the search server from answering, since the start. */
  searchServerFailures: Readonly<Record<string, number>>;
}

export interface Metrics {
  /** Counts an answer. */
  answered(answer: Answered): void;
  /** Everything, in the text format of Prometheus. */
  text(figures: Figures): Promise<string>;
  readonly contentType: string;
}

const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/**
 * Figures for monitoring. Labels come from short fixed lists (routes as they are declared, methods that HTTP knows, engines): nothing
 * that a visitor typed gets into one, nor can a visitor make them many.
 */
export function createMetrics(): Metrics {
  const registers = [new Registry()];
  const [register] = registers as [Registry];
  collectDefaultMetrics({ register });
  const duration = new Histogram({
    name: 'holdspace_request_duration_seconds',
    help: 'Time from a request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers,
  });
  const kept = new Counter({
    name: 'holdspace_page_cache_total',
    help: 'Pages that were kept already (hit) or had to be made (miss)',
    labelNames: ['result'],
    registers,
  });
  const tell = engineFigures(registers);
  return {
    contentType: register.contentType,
    answered({ method, route, status, seconds, cache }) {
      duration.observe({ method: known(method), route, status }, seconds);
      if (cache !== undefined) kept.inc({ result: cache });
    },
    text(figures) {
      tell(figures);
      return register.metrics();
    },
  };
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const known = (method: string) => (METHODS.has(method) ? method : 'other');

/** A way to put the engines' figures into the registers. */
function engineFigures(registers: Registry[]): (figures: Figures) => void {
  const gauge = (name: string, help: string) => new Gauge({ name: `holdspace_${name}`, help, registers });
  const store = gauge('store_reachable', '1 when the store answers, 0 when it does not');
  const listings = gauge('index_listings', 'Listings in the index of this process');
  const version = gauge('index_version', 'Grows when an answer to a search may have become another');
  const lag = gauge('follower_lag_seconds', 'Time since the index last looked at the store with success');
  const used = gauge(
    'search_server_used',
    '1 when searches go to the search server, 0 when they are answered here',
  );
  const answered = new Counter({
    name: 'holdspace_searches_total',
    help: 'Searches and counts answered, by engine',
    labelNames: ['engine'],
    registers,
  });
  const failures = new Counter({
    name: 'holdspace_search_server_failures_total',
    help: 'What kept the search server from answering',
    labelNames: ['reason'],
    registers,
  });
  return (figures) => {
    set(store, Number(figures.storeReachable));
    set(listings, figures.index?.listings);
    set(version, figures.index?.version);
    set(lag, figures.followerLagSeconds);
    set(used, figures.searchServerUsed === null ? null : Number(figures.searchServerUsed));
    count(answered, 'engine', figures.answered);
    count(failures, 'reason', figures.searchServerFailures);
  };
}

/** An unknown value gets no line, as a zero would be wrong. */
function set(gauge: Gauge, value: number | null | undefined): void {
  if (value == null) gauge.remove();
  else gauge.set(value);
}

/** The counters live elsewhere; this only exports them. */
function count<Label extends string>(
  counter: Counter<Label>,
  label: Label,
  counts: Figures['answered'],
): void {
  counter.reset();
  for (const [name, value] of Object.entries(counts))
    counter.inc({ [label]: name } as Record<Label, string>, value);
}
