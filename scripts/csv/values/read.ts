/** What a cell means, or in one sentence why it means nothing to us and what to write instead. */
export type Read<T = unknown> = { value: T } | { problem: string };

/** Makes sense of the text of a cell, which is trimmed and not empty. */
export type Reader<T = unknown> = (text: string) => Read<T>;

/** A cell as it is quoted in a message: one line, and not all of a long one. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `“${line.length > 60 ? `${line.slice(0, 59)}…` : line}”`;
}

/** Takes a text as it is: the schema of the record says whether it is too long. */
export const asTyped: Reader<string> = (text) => ({ value: text });
