import { assert } from 'chai';
import type { RecordStep } from '../../../src/storage/record-versions.js';
import { Conflict, type Store, type TherapistStore } from '../../../src/storage/store.js';

export interface OpenOptions {
  recordSteps?: readonly RecordStep[];
}

export interface StoreUnderTest {
  store: Store;
  /** A second opening of the same data. `dispose` closes it at the latest. */
  again(options?: OpenOptions): Promise<Store>;
  /** Closes every opening and deletes the data. */
  dispose(): Promise<void>;
}

/** Connects an engine to the suite. */
export interface StoreHarness {
  /** A new empty store. */
  open(options?: OpenOptions): Promise<StoreUnderTest>;
  /** Whether leases run out by the clock of a server, for which a test has to wait, and not by the instant that the caller passes. */
  hasOwnClock?: boolean;
}

/** Gives each test of the surrounding `describe` its own empty store. */
export function useStore(harness: StoreHarness) {
  let opened: StoreUnderTest;
  beforeEach(async () => {
    opened = await harness.open();
  });
  afterEach(() => opened.dispose());
  return {
    get store(): Store {
      return opened.store;
    },
    get therapists(): TherapistStore {
      return opened.store.therapists;
    },
    again: (options?: OpenOptions) => opened.again(options),
  };
}

/** Key suffixes, and whole keys, that must find nothing and break nothing. */
export const hostileKeys: readonly string[] = [
  '\0',
  '\0tail',
  '%00',
  "' OR 1=1 --",
  '\uD800',
  '$ne',
  '{"$gt":""}',
  '.*',
  '/../',
  ' ',
  'x'.repeat(100_000),
];

/** The error that `work` rejects with. */
export async function rejection(work: Promise<unknown>): Promise<Error> {
  const outcome = await work.then(
    () => null,
    (error: unknown) => error,
  );
  assert.instanceOf(outcome, Error, 'it should have been refused');
  return outcome as Error;
}

export async function assertConflict(work: Promise<unknown>, field: Conflict['field']): Promise<void> {
  const error = await rejection(work);
  assert.instanceOf(error, Conflict, error.message);
  assert.equal((error as Conflict).field, field);
}
