import type { Read, Reader } from './values/read.js';

/** What is wrong in a row, and in which column; `null` when it is not about a single column. */
export interface Problem {
  column: string | null;
  message: string;
}

/** The text of a cell and its heading. */
export interface Cell {
  column: string;
  text: string;
}

/** The value of a cell, or `null` when there is no cell. Adds a problem and returns `null` when it cannot be read. */
export function readCell<T>(cell: Cell | undefined, read: Reader<T>, problems: Problem[]): T | null {
  if (cell === undefined) return null;
  const found: Read<T> = read(cell.text);
  if ('value' in found) return found.value;
  problems.push({ column: cell.column, message: found.problem });
  return null;
}
