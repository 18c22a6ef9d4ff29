import { z } from 'zod';

/** One line of typed text: trimmed, inner blanks folded, broken surrogates mended, 1 to `max` characters. */
export const line = (max: number) => z.preprocess(tidyLine, z.string().min(1).max(max));

/** Several lines of typed text: trimmed, line ends unified, broken surrogates mended, 1 to `max` characters. */
export const paragraphs = (max: number) => z.preprocess(tidyParagraphs, z.string().min(1).max(max));

function tidyLine(value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed().replace(/\s+/g, ' ').trim() : value;
}

function tidyParagraphs(value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed().replace(/\r\n?/g, '\n').trim() : value;
}

const ASCII = /^[\0-\x7f]*$/;

/** Lower case without accents, so that "José" and "jose" are the same key. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
