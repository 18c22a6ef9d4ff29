import { withCurrentNames } from '../domain/old-names.js';
import { StoreRefused } from './store.js';

/** A record as it is stored, of any version. Only `schemaVersion` is sure to be there. */
export type StoredRecord = Record<string, unknown>;

/** Upgrades a record from version `from` to `from + 1`. Pure: it may run twice on the same record. */
export interface RecordStep {
  readonly from: number;
  readonly upgrade: (record: StoredRecord) => StoredRecord;
}

/**
 * Every step since version 1, in order and without a gap. Raise `SCHEMA_VERSION` of the domain with it. A step
 * changes the shape of a record and not its meaning: `revision` and `updatedAt` stay, and `changesSince` does
 * not report it.
 */
export const recordSteps: readonly RecordStep[] = [
  // Version 2 added applications, vetting and emails.
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
  // Version 3 gave every name one American spelling.
  { from: 2, upgrade: withCurrentNames },
];

/** The version of a record after the last of `steps`. */
export function latestVersion(steps: readonly RecordStep[] = recordSteps): number {
  return steps.length + 1;
}

/**
 * The record in the latest version, or the same object when it is current.
 * @throws StoreRefused when it is newer.
 */
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

/** The error for data that a newer program wrote. `what` starts the sentence. */
export function tooNew(what: string): StoreRefused {
  return new StoreRefused(
    `${what} was written by a newer version of Holdspace: run that version, or restore a backup made before it.`,
  );
}
