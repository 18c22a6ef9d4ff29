import type { Encoding } from './encoding.js';

/** The result of an import so far. Rows are numbers only: names and addresses stay out of logs. */
export interface CsvReport {
  /** The number of rows in the file; `null` until they were counted. */
  total: number | null;
  read: number;
  invited: number;
  /** The rows of people whose address is known already. */
  known: number[];
  /** The rows of people who once left. */
  left: number[];
  refused: number;
  /** The headings that the map does not name. */
  unread: readonly string[];
  encoding: Encoding | null;
  errorsFile: string | null;
  /** Whether it was interrupted before the end. */
  stopped: boolean;
}

export function emptyReport(): CsvReport {
  return {
    ...{ total: null, read: 0, invited: 0, known: [], left: [], refused: 0 },
    ...{ unread: [], encoding: null, errorsFile: null, stopped: false },
  };
}

/** The report in lines of text. */
export function csvReportWords(report: CsvReport, dryRun: boolean): string[] {
  const { total, read, invited, known, left, refused, unread, errorsFile, stopped, encoding } = report;
  if (total === null) return [];
  const drafts = dryRun ? 'would become drafts with an invitation' : 'became drafts with an invitation';
  const lines = [
    unread.length > 0 ? `Not read: ${unread.join(', ')}.` : null,
    encoding === 'latin-1'
      ? 'The file is not UTF-8 and was read as Latin-1: look whether names with accents are right.'
      : null,
    `Of ${counted(read)}${stopped ? ` (of ${total}) that were read` : ''}, ${invited} ${drafts}.`,
    known.length > 0 ? `Passed over ${known.length} who are known already: ${rowList(known)}.` : null,
    left.length > 0 ? `Passed over ${left.length} who have left: ${rowList(left)}.` : null,
    refused > 0 ? `${refused} could not be taken${inFile(errorsFile)}.` : null,
    stopped ? 'Stopped as asked; run it again to go on.' : null,
    dryRun ? 'Nothing was written: this was a dry run.' : null,
  ];
  return lines.filter((line) => line !== null);
}

const counted = (rows: number) => (rows === 1 ? '1 row' : `${rows} rows`);

const inFile = (file: string | null) =>
  file === null ? '' : `: mend them in ${file} and import that file alone`;

/** `rows 2, 4 to 9` */
function rowList(rows: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === row - 1) last[1] = row;
    else runs.push([row, row]);
  }
  const shown = runs.slice(0, 50).map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`));
  return `rows ${shown.join(', ')}${runs.length > 50 ? ' and others' : ''}`;
}

/** Whether every row was imported or passed over. */
export const isWholeReport = ({ refused, stopped, total }: CsvReport): boolean =>
  refused === 0 && !stopped && total !== null;
