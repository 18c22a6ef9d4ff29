/** The value of a cell, or one sentence that says why it cannot be read and what to write instead. */
export type Read<T = unknown> = { value: T } | { problem: string };

/** Reads the text of a cell, which is trimmed and not empty. */
export type Reader<T = unknown> = (text: string) => Read<T>;

/** The text of a cell for a message: in one line, and shortened. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `“${line.length > 60 ? `${line.slice(0, 59)}…` : line}”`;
}

/** Returns the text as it is. The schema of the record checks its length. */
export const asTyped: Reader<string> = (text) => ({ value: text });
