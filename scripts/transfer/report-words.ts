import type { ImportReport } from './run-import.js';

const ends: Record<ImportReport['file'], string | null> = {
  whole: null,
  cut: 'The file is truncated: it has no closing line. The records read so far are stored; import a complete file to get the rest.',
  altered:
    'The file was altered or damaged: the count or checksum of its closing line does not match. The records are stored.',
  stopped: 'Stopped before the end. The records read so far are stored; run it again to continue.',
};

/** The report of an import, in lines. */
export function importWords(report: ImportReport): string[] {
  const { added, skipped, replaced, refused, records, erased, removed, file } = report;
  const counts = `Added ${added} therapists, skipped ${skipped} that were already stored, replaced ${replaced}; refused ${refused === 1 ? '1 line' : `${refused} lines`}.`;
  const others = `Added ${records.added} other records, skipped ${records.skipped}, replaced ${records.replaced}.`;
  const left = `Skipped ${erased} therapists who have left, and removed ${removed}.`;
  return [
    counts,
    ...(records.added + records.skipped + records.replaced > 0 ? [others] : []),
    ...(erased + removed > 0 ? [left] : []),
    ...(ends[file] === null ? [] : [ends[file]]),
  ];
}

/** Whether everything in the file is stored now, except therapists who have left. */
export function isComplete({ refused, file }: ImportReport): boolean {
  return refused === 0 && file === 'whole';
}
