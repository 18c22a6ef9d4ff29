import { FileRefused } from '../support/command.js';
import { headingKey, type ImportMap, type Target } from './map.js';

/** A column of the file that the map names, and where its text goes. */
export interface Column {
  index: number;
  heading: string;
  target: Target;
}

export interface Columns {
  read: readonly Column[];
  /** Headings that the map does not name. */
  unread: readonly string[];
}

/** How many headings of the map are in a first row. Shows which delimiter the file uses. */
export function headingsFound(map: ImportMap, headings: readonly string[]): number {
  const there = new Set(headings.map(headingKey));
  return [...map.columns.keys()].filter((heading) => there.has(headingKey(heading))).length;
}

/**
 * Finds the columns of the map in the file.
 * @throws FileRefused when a column is missing, or is there twice
 */
export function findColumns(map: ImportMap, headings: readonly string[], file: string): Columns {
  const keys = headings.map(headingKey);
  const wrong: string[] = [];
  const read: Column[] = [];
  for (const [heading, target] of map.columns) {
    const key = headingKey(heading);
    const index = keys.indexOf(key);
    if (index < 0) wrong.push(`There is no column “${heading}”.`);
    else if (keys.lastIndexOf(key) !== index) wrong.push(`There are two columns “${heading}”: rename one.`);
    else read.push({ index, heading: headings[index]!.trim(), target });
  }
  if (wrong.length > 0) {
    const there = headings
      .filter((one) => one.trim() !== '')
      .slice(0, 60)
      .join(', ');
    throw new FileRefused(
      [
        `The columns of ${file} do not fit the map:`,
        ...wrong.map((one) => `  ${one}`),
        `  Its headings are: ${there}`,
      ].join('\n'),
    );
  }
  const taken = new Set(read.map(({ index }) => index));
  const unread = headings.filter((heading, index) => !taken.has(index) && heading.trim() !== '');
  return { read: read.sort((a, b) => a.index - b.index), unread };
}
