import type { ImportReport } from './run-import.js';

const ends: Record<ImportReport['file'], string | null> = {
  whole: null,
  cut: 'The file is cut off: it has no closing line. What was read is kept; import a whole file to get the rest.',
  altered:
    'The file was altered or damaged: count or checksum in its closing line do not fit. What was read is kept.',
  stopped: 'Stopped before the end. What was read is kept; run it again to go on.',
};

/** What an import came to, in lines. */
export function importWords(report: ImportReport): string[] {
  const { added, skipped, replaced, refused, records, erased, removed, file } = report;
  const counts = `Added ${added} therapists, passed over ${skipped} that are there already, replaced ${replaced}; ${refused === 1 ? '1 line' : `${refused} lines`} could not be taken.`;
  const others = `Added ${records.added} other records, passed over ${records.skipped}, replaced ${records.replaced}.`;
  const left = `Passed over ${erased} therapists who have left, and removed ${removed}.`;
  return [
    counts,
    ...(records.added + records.skipped + records.replaced > 0 ? [others] : []),
    ...(erased + removed > 0 ? [left] : []),
    ...(ends[file] === null ? [] : [ends[file]]),
  ];
}

/** Whether everything in the file is in the store now, but for who has left. */
export function isComplete({ refused, file }: ImportReport): boolean {
  return refused === 0 && file === 'whole';
}
