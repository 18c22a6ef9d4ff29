import { SCHEMA_VERSION } from '../../src/domain/therapist.js';
import { type RecordStep, recordSteps } from '../../src/storage/record-versions.js';

/** Upgrades records to a made-up next version that has a motto. */
export const mottoStep: RecordStep = {
  from: SCHEMA_VERSION,
  upgrade: (record) => ({ ...record, motto: `held by ${String(record.slug)}` }),
};

export const nextSteps: readonly RecordStep[] = [...recordSteps, mottoStep];
