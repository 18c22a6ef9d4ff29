import { withCurrentNames } from '../domain/old-names.js';
import { type RowsSince, versionsOfFacts, withFactsUpTo } from '../domain/profile-fields/since.js';
import { profileFields } from '../domain/profile-fields.js';
import { StoreRefused } from './store.js';

/** A record as it is stored, of any version. Only `schemaVersion` is sure to be there. */
export type StoredRecord = Record<string, unknown>;

/** Upgrades a record from version `from` to `from + 1`. Pure: it may run twice on the same record. */
export interface RecordStep {
  readonly from: number;
  readonly upgrade: (record: StoredRecord) => StoredRecord;
}

/**
 * The steps that change more than facts of a profile. Raise `LAST_WRITTEN_VERSION` of the domain with them. A step
 * changes the shape of a record and not its meaning: `revision` and `updatedAt` stay, and `changesSince` does
 * not report it.
 */
const writtenSteps: readonly RecordStep[] = [
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

/**
 * Every step since version 1, in order and without a gap: the steps above, and the facts that came with each
 * version according to a catalogue of profile fields.
 */
export function stepsFor(rows: RowsSince): RecordStep[] {
  const last = Math.max(...writtenSteps.map(({ from }) => from + 1), ...versionsOfFacts(rows));
  return Array.from({ length: last - 1 }, (_, index) => {
    const from = index + 1;
    const written = writtenSteps.find((step) => step.from === from)?.upgrade ?? ((record) => record);
    return { from, upgrade: (record) => withFactsUpTo(from + 1, written(record), rows) };
  });
}

/** The steps of today's catalogue. The last one leads to `SCHEMA_VERSION` of the domain. */
export const recordSteps: readonly RecordStep[] = stepsFor(profileFields);

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
