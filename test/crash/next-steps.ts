import { SCHEMA_VERSION } from '../../src/domain/therapist.js';
import { type RecordStep, recordSteps } from '../../src/storage/record-versions.js';

/** Brings records to a made-up next version, in which each has a motto. */
export const mottoStep: RecordStep = {
  from: SCHEMA_VERSION,
  upgrade: (record) => ({ ...record, motto: `held by ${String(record.slug)}` }),
};

export const nextSteps: readonly RecordStep[] = [...recordSteps, mottoStep];
