import { Readable } from 'node:stream';
import { CsvError, type Options, parse } from 'csv-parse';
import { FileRefused } from '../support/command.js';
import { headingsFound } from './columns.js';
import { type Encoding, textOf } from './encoding.js';
import type { ImportMap } from './map.js';

/** The longest row. Without a limit, an unclosed quotation mark would swallow the rest of the file. */
const LONGEST_ROW = 200_000;

const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** A file of rows, and how to read it. */
export interface Sheet {
  file: string;
  encoding: Encoding;
  delimiter: Delimiter;
  /** The first row. */
  headings: readonly string[];
}

export interface Row {
  /** Counted as a spreadsheet program counts: the headings are row 1. */
  number: number;
  cells: readonly string[];
}

/**
 * Reads the first row with each possible delimiter, and takes the one that finds most headings of the map.
 * @throws FileRefused when it cannot be read
 */
export async function openSheet(file: string, encoding: Encoding, map: ImportMap): Promise<Sheet> {
  const wanted = map.delimiter === null ? delimiters : ([map.delimiter] as Delimiter[]);
  const looks: Look[] = [];
  let refusal: unknown;
  for (const delimiter of wanted) {
    const outcome = await firstRow({ file, encoding, delimiter }).catch((error: unknown) => error);
    if (Array.isArray(outcome))
      looks.push({ delimiter, headings: outcome, found: headingsFound(map, outcome) });
    // With the wrong delimiter, a quotation mark may look unclosed. Another one may fit.
    else if (outcome instanceof FileRefused) refusal ??= outcome;
    else throw outcome;
  }
  const [best] = looks.sort((a, b) => b.found - a.found || b.headings.length - a.headings.length);
  if (best === undefined) throw refusal;
  return { file, encoding, delimiter: best.delimiter, headings: best.headings };
}

interface Look {
  delimiter: Delimiter;
  headings: string[];
  found: number;
}

type Written = Pick<Sheet, 'file' | 'encoding' | 'delimiter'>;

async function firstRow(written: Written): Promise<string[]> {
  for await (const { cells } of allRows(written)) return [...cells];
  throw new FileRefused(`The file ${written.file} is empty.`);
}

/** The rows under the headings that are not empty, one at a time. @throws FileRefused when they cannot be separated */
export async function* rowsOf(sheet: Sheet): AsyncGenerator<Row> {
  let first = true;
  for await (const row of allRows(sheet)) {
    if (!first) yield row;
    first = false;
  }
}

/** The rows that are not empty. A first line `sep=;` is for Excel, and not a row. */
async function* allRows({ file, encoding, delimiter }: Written): AsyncGenerator<Row> {
  const options: Options = {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    // Blanks around quotation marks; a tab may be the delimiter.
    trim: delimiter !== '\t',
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_ROW,
  };
  const text = Readable.from(textOf(file, encoding), { objectMode: true });
  const parser = parse(options);
  text.on('error', (error) => parser.destroy(error));
  let number = 0;
  let separator = false;
  try {
    for await (const record of text.pipe(parser) as AsyncIterable<string[]>) {
      number += 1;
      if (number === 1) separator = /^sep=.?$/i.test(record.join(''));
      if (record.every((cell) => cell.trim() === '') || (number === 1 && separator)) continue;
      yield { number: separator ? number - 1 : number, cells: record.map(unguarded) };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new FileRefused(broken(file, error, number));
  } finally {
    parser.destroy();
    text.destroy();
  }
}

function broken(file: string, { code }: CsvError, read: number): string {
  const where = `after row ${read}`;
  if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE')
    return `The file ${file} cannot be read ${where}: a quotation mark is opened there and not closed. Nothing was written.`;
  return `The file ${file} cannot be read ${where} (${code}). Nothing was written.`;
}

/** Without the mark that we put before formulas (see `errors-file.ts`). */
function unguarded(cell: string): string {
  return cell.replace(/^'(?=\s*[=+\-@])/, '');
}
