import type { RecordStep } from '../../src/storage/record-versions.js';

/** A made-up version 2, in which every record has a motto. */
export const nextSteps: readonly RecordStep[] = [
  { from: 1, upgrade: (record) => ({ ...record, motto: `held by ${String(record.slug)}` }) },
];
