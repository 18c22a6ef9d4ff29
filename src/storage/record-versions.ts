import { withCurrentNames } from '../domain/old-names.js';
import { StoreRefused } from './store.js';

/** A record as it lies in the store, of whatever version; only `schemaVersion` is sure to be there. */
export type StoredRecord = Record<string, unknown>;

/** Brings a record of version `from` to version `from + 1`. Pure: it may run twice on the same record. */
export interface RecordStep {
  readonly from: number;
  readonly upgrade: (record: StoredRecord) => StoredRecord;
}

/**
 * Every step since version 1, in order and without a gap; `SCHEMA_VERSION` of the domain is raised together with it.
 * A step changes the shape of a record and not its meaning: `revision` and `updatedAt` stay, and no change is told.
 */
export const recordSteps: readonly RecordStep[] = [
  // Applications, vetting and letters came with version 2.
  {
    from: 1,
    upgrade: (record) => ({
      ...record,
      evidence: [],
      supervisor: null,
      questions: [],
      waitingSince: null,
      claimedBy: null,
      approvedBy: null,
      history: [],
      queuedEmails: [],
      confirmKey: null,
    }),
  },
  // One American spelling came with version 3.
  { from: 2, upgrade: withCurrentNames },
];

/** The version that records have after the last of `steps`. */
export function latestVersion(steps: readonly RecordStep[] = recordSteps): number {
  return steps.length + 1;
}

/** The record in the latest version; the same object when it has it already. @throws StoreRefused when it is newer. */
export function upgradeRecord(
  record: StoredRecord,
  steps: readonly RecordStep[] = recordSteps,
): StoredRecord {
  const version = Number(record.schemaVersion);
  if (version > latestVersion(steps)) throw tooNew('A record of the store');
  return steps
    .slice(version - 1)
    .reduce((older, step) => ({ ...step.upgrade(older), schemaVersion: step.from + 1 }), record);
}

/** What a program says that meets the work of a newer one. `what` begins the sentence. */
export function tooNew(what: string): StoreRefused {
  return new StoreRefused(
    `${what} was written by a newer version of Holdspace: run that version, or restore a backup made before it.`,
  );
}
