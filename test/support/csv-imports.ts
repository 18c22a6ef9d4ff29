import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Encoding } from '../../scripts/csv/encoding.js';
import { parseMap } from '../../scripts/csv/map.js';
import { type CsvReport, csvReportWords, emptyReport } from '../../scripts/csv/report.js';
import { runCsvImport } from '../../scripts/csv/run-csv-import.js';
import type { Store } from '../../src/storage/store.js';
import { hash, silent } from './transfers.js';

const now = new Date('2026-03-02T09:00:00Z');

export interface CsvOutcome {
  report: CsvReport;
  complaints: string[];
  words: string[];
  /** The error that ended it; `null` when it completed. */
  error: Error | null;
}

export interface CsvOptions {
  dryRun?: boolean;
  encoding?: Encoding;
  signal?: AbortSignal;
  always?: Record<string, string>;
}

let made = 0;

/** Imports a sheet by the map with these columns. */
export async function importedCsv(
  store: Store,
  file: string,
  columns: Record<string, string>,
  { dryRun = false, encoding, signal = new AbortController().signal, always = {} }: CsvOptions = {},
): Promise<CsvOutcome> {
  const complaints: string[] = [];
  const report = emptyReport();
  const map = parseMap(JSON.stringify({ columns, always }), 'map.json');
  const tools = { store, hash, now, newId: () => `person${String(++made).padStart(10, '0')}`, signal };
  const error = await runCsvImport({ file, map, encoding: encoding ?? null, dryRun }, report, {
    ...tools,
    progress: silent,
    complain: (text) => complaints.push(text),
  }).then(
    () => null,
    (thrown: Error) => thrown,
  );
  return { report, complaints, words: csvReportWords(report, dryRun), error };
}

/** Writes a sheet into the folder, and returns its path. */
export function sheet(folder: string, content: string | Buffer, name = 'people.csv'): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}
