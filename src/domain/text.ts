import { z } from 'zod';

/** One line of typed text: trimmed, inner blanks folded, without invisible or broken characters, 1 to `max` long. */
export const line = (max: number) => z.preprocess(tidyLine, typed(max));

/** Several lines of typed text: trimmed, line ends unified, without invisible or broken characters, 1 to `max` long. */
export const paragraphs = (max: number) => z.preprocess(tidyParagraphs, typed(max));

const WRITE = 'Write something here.';
const typed = (max: number) => z.string(WRITE).min(1, WRITE).max(max, `Use at most ${max} characters.`);

/**
 * Control characters except blanks; marks that change the direction of writing, which can make one name look like another
 * (https://trojansource.codes); and marks without width. The joiners that emoji and some scripts need stay.
 */
const UNSEEN = /[^\P{Cc}\s]|[\u200B\u2060\u00AD\uFEFF\u202A-\u202E\u2066-\u2069]/gu;

function tidyLine(value: unknown): unknown {
  return typeof value === 'string' ? seen(value).replace(/\s+/g, ' ').trim() : value;
}

function tidyParagraphs(value: unknown): unknown {
  return typeof value === 'string' ? seen(value).replace(/\r\n?/g, '\n').trim() : value;
}

function seen(text: string): string {
  return text.toWellFormed().replace(UNSEEN, '');
}

const ASCII = /^[\0-\x7f]*$/;

/** Lower case without accents, so that "José" and "jose" are the same key. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
