import { setImmediate as breathe } from 'node:timers/promises';
import type { Draft } from '../../src/domain/draft.js';
import { newApplication } from '../../src/domain/workflow/new-application.js';
import { emailKey } from '../../src/storage/email-key.js';
import type { Store } from '../../src/storage/store.js';
import type { Progress } from '../seed/progress.js';
import { type Columns, findColumns } from './columns.js';
import { detectEncoding, type Encoding } from './encoding.js';
import { erasedPeople } from './erased-people.js';
import { createErrorsFile } from './errors-file.js';
import type { ImportMap } from './map.js';
import type { Problem } from './problem.js';
import { type Person, putPeople, unknownOf } from './put-people.js';
import { readRow } from './read-row.js';
import { openSheet, type Row, rowsOf, type Sheet } from './read-rows.js';
import type { CsvReport } from './report.js';
import { tooWide, twice } from './row-faults.js';

export interface CsvImportTools {
  store: Store;
  /** Makes the hashes of erasures. */
  hash: (text: string) => string;
  now: Date;
  newId: () => string;
  progress: Progress;
  /** Called with each problem of a refused row. */
  complain: (text: string) => void;
  signal: AbortSignal;
}

export interface CsvWish {
  file: string;
  map: ImportMap;
  /** `null` to detect it. */
  encoding: Encoding | null;
  dryRun: boolean;
}

const BATCH = 250;

/**
 * Reads a spreadsheet into drafts with an invitation each; it lists nobody. It reads the whole file once before it writes anything, to see
 * that the rows can be separated. Then each row is imported whole, or goes to the errors file with its problems. People who are known or
 * have left are passed over. `report` is always up to date, so that it is right even when the store fails in between.
 * @throws FileRefused when the file cannot be read. Nothing was written then.
 */
export async function runCsvImport(wish: CsvWish, report: CsvReport, tools: CsvImportTools): Promise<void> {
  const { progress, signal } = tools;
  const sheet = await openSheet(wish.file, wish.encoding ?? (await detectEncoding(wish.file)), wish.map);
  const columns = findColumns(wish.map, sheet.headings, wish.file);
  report.unread = columns.unread;
  report.encoding = sheet.encoding;
  report.total = await countRows(sheet);
  const taker = await createTaker({ sheet, columns, wish, report, tools });
  progress.start(report.total);
  try {
    for await (const row of rowsOf(sheet)) {
      await taker.take(row);
      if (signal.aborted) break;
    }
    await taker.flush();
  } finally {
    progress.stop();
    report.stopped = signal.aborted;
    report.errorsFile = await taker.close();
  }
}

async function countRows(sheet: Sheet): Promise<number> {
  let rows = 0;
  for await (const _ of rowsOf(sheet)) rows += 1;
  return rows;
}

interface Taking {
  sheet: Sheet;
  columns: Columns;
  wish: CsvWish;
  report: CsvReport;
  tools: CsvImportTools;
}

/** Takes one row after another, and writes them to the store in batches. */
async function createTaker({ sheet, columns, wish, report, tools }: Taking) {
  const { store, now, newId, progress, complain } = tools;
  const hasLeft = await erasedPeople(store, tools.hash);
  const errors = createErrorsFile(sheet);
  /** The first row with each address. */
  const rowsByEmail = new Map<string, number>();
  let batch: Person[] = [];

  async function refuse({ number, cells }: Row, problems: readonly Problem[]): Promise<void> {
    report.refused += 1;
    const told = problems.map(({ column, message }) => (column === null ? message : `${column}: ${message}`));
    for (const { column, message } of problems)
      complain(`Row ${number}${column === null ? '' : `, column “${column}”`}: ${message}`);
    if (!wish.dryRun) await errors.add(cells, told.join(' '));
  }

  function personOf(row: number, email: string, draft: Draft): Person {
    const by = { role: 'operator', email: null } as const;
    return { row, therapist: newApplication({ id: newId(), email, now, newId, by, draft }) };
  }

  async function flush(): Promise<void> {
    const people = batch;
    batch = [];
    const { fresh, known } = await unknownOf(people, store.therapists);
    const welcome = fresh.filter(({ therapist }) => !hasLeft(therapist));
    const late = wish.dryRun ? [] : await putPeople(welcome, store.therapists);
    report.invited += welcome.length - late.length;
    report.known.push(...known, ...late);
    report.left.push(...fresh.filter((one) => !welcome.includes(one)).map(({ row }) => row));
    // The embedded store never waits. Without this, an interruption would be noticed late.
    await breathe();
  }

  return {
    async take(row: Row): Promise<void> {
      report.read += 1;
      const read = readRow(row.cells, columns, wish.map);
      const problems = [...tooWide(row, sheet), ...('problems' in read ? read.problems : [])];
      if (!('problems' in read)) {
        const key = emailKey(read.email);
        const first = rowsByEmail.get(key);
        if (first !== undefined) problems.push(twice(first));
        else if (problems.length === 0) {
          rowsByEmail.set(key, row.number);
          batch.push(personOf(row.number, read.email, read.draft));
        }
      }
      if (problems.length > 0) await refuse(row, problems);
      if (batch.length >= BATCH) await flush();
      progress.at(report.read);
    },
    flush,
    close: () => errors.close(),
  };
}
