import type { Problem } from './problem.js';
import type { Row, Sheet } from './read-rows.js';

/** The problem of an address that an earlier row has. */
export function twice(row: number): Problem {
  return { column: null, message: `Row ${row} has the same e-mail address: put the two together.` };
}

/** The problem of cells after the last heading: a cell was split in two, and all after it would be misread. */
export function tooWide({ cells }: Row, { headings }: Sheet): Problem[] {
  if (cells.slice(headings.length).every((cell) => cell.trim() === '')) return [];
  return [
    {
      column: null,
      message: `There are ${cells.length} cells and ${headings.length} headings: a cell that holds the separator needs quotation marks.`,
    },
  ];
}
