import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Progress } from '../../scripts/seed/progress.js';
import { exportTo, type Written } from '../../scripts/transfer/export-to.js';
import { type ImportOptions, type ImportReport, runImport } from '../../scripts/transfer/run-import.js';
import { erasureHash } from '../../src/compose/erasure-hash.js';
import type { Store } from '../../src/storage/store.js';

const now = new Date('2026-03-02T09:00:00Z');
export const hash = erasureHash('a key that is only for these tests, and long');
export const silent: Progress = { start() {}, at() {}, stop() {} };

export function exported(store: Store, file: string): Promise<Written> {
  const { signal } = new AbortController();
  return exportTo(file, { store, hash, now, progress: silent, signal });
}

export interface Imported {
  report: ImportReport;
  complaints: string[];
}

export async function imported(
  store: Store,
  file: string,
  options: Partial<ImportOptions> = {},
  progress = silent,
  { signal } = new AbortController(),
  key = hash,
): Promise<Imported> {
  const complaints: string[] = [];
  const report = await runImport(
    file,
    { replace: false, strict: false, ...options },
    { store, hash: key, progress, complain: (text) => complaints.push(text), signal },
  );
  return { report, complaints };
}

/** The lines of an export, without the ends of lines. */
export function linesOf(file: string): string[] {
  const bytes = readFileSync(file);
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').trimEnd().split('\n');
}

/** Those that are records. */
export const recordLines = (file: string) => linesOf(file).slice(1, -1);
