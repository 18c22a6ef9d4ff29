import type { Read, Reader } from './values/read.js';

/** What is wrong in a row, and in which column; `null` where it is no single column's fault. */
export interface Problem {
  column: string | null;
  message: string;
}

/** The text of a cell and the heading it stands under. */
export interface Cell {
  column: string;
  text: string;
}

/** What the cell means; where it means nothing that is noted, and `null` answered, as for a cell that is not there. */
export function readCell<T>(cell: Cell | undefined, read: Reader<T>, problems: Problem[]): T | null {
  if (cell === undefined) return null;
  const found: Read<T> = read(cell.text);
  if ('value' in found) return found.value;
  problems.push({ column: cell.column, message: found.problem });
  return null;
}
