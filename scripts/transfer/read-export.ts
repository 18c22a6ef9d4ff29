import { createHash } from 'node:crypto';
import { SCHEMA_VERSION } from '../../src/domain/therapist.js';
import type { RecordKind, SmallRecord } from '../../src/storage/small-records.js';
import { FileRefused } from '../support/command.js';
import { endSchema, exportedKinds, FORMAT, type Header, headerSchema } from './format.js';
import type { Wanted } from './put-batch.js';
import { type Line, readLines } from './read-lines.js';
import { type Content, readContent, readSmallRecord, readTherapist } from './read-record.js';

/** A document and its line number. */
export interface WantedRecord {
  line: number;
  kind: RecordKind<SmallRecord>;
  record: SmallRecord;
}

/** One line of an export. */
export type ExportItem =
  | { what: 'header'; header: Header }
  | { what: 'therapist'; wanted: Wanted }
  | { what: 'record'; wanted: WantedRecord }
  | { what: 'problem'; line: number; problem: string }
  /** `fits`: count and checksum match the lines before. */
  | { what: 'end'; fits: boolean };

/**
 * Reads an export line by line; the header comes first.
 * @throws FileRefused when the file cannot be read, or is not an export that this program knows.
 */
export async function* readExport(file: string): AsyncGenerator<ExportItem> {
  const checksum = createHash('sha256');
  let lines = -1;
  let ended = false;
  for await (const line of readLines(file)) {
    const { number, bytes } = line;
    const content = readContent(bytes);
    if (ended) yield { what: 'problem', line: number, problem: 'it comes after the closing line.' };
    else if (lines >= 0 && 'kind' in content && content.kind === 'end') {
      ended = true;
      yield { what: 'end', fits: fits(content.value, lines, checksum.digest('hex')) };
    } else {
      yield lines < 0 ? { what: 'header', header: headerOf(content, file) } : itemOf(content, line);
      checksum.update(bytes ?? '').update('\n');
      lines += 1;
    }
  }
  if (lines < 0) throw notAnExport(file);
}

function itemOf(content: Content, { number: line }: Line): ExportItem {
  const problem = (text: string): ExportItem => ({ what: 'problem', line, problem: text });
  if ('problem' in content) return problem(content.problem);
  if (content.kind === 'therapist') {
    const found = readTherapist(content.value);
    return 'problem' in found ? problem(found.problem) : { what: 'therapist', wanted: { line, ...found } };
  }
  const kind = exportedKinds.find(({ name }) => name === content.kind);
  if (kind === undefined) return problem(`${content.kind}: this kind is unknown.`);
  const found = readSmallRecord(kind, content.value);
  return 'problem' in found ? problem(found.problem) : { what: 'record', wanted: { line, kind, ...found } };
}

function headerOf(content: Content, file: string): Header {
  const isHeader = 'kind' in content && content.kind === 'holdspace';
  const header = headerSchema.safeParse(isHeader ? content.value : null);
  if (!header.success) throw notAnExport(file);
  if (header.data.format > FORMAT || header.data.schemaVersion > SCHEMA_VERSION)
    throw new FileRefused(
      `The file ${file} was written by a newer version of Holdspace: import it with that version.`,
    );
  return header.data;
}

function fits(value: unknown, lines: number, sha256: string): boolean {
  const end = endSchema.safeParse(value);
  return end.success && end.data.therapists + end.data.records === lines && end.data.sha256 === sha256;
}

const notAnExport = (file: string) => new FileRefused(`The file ${file} is not a Holdspace export.`);
