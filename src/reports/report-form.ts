import { z } from 'zod';
import { choice } from '../domain/fields.js';
import { paragraphs } from '../domain/text.js';
import { type Messages, messagesOf } from '../web/fields.js';
import { formObject } from '../web/form-object.js';
import { type OfferedReason, offeredReasons } from '../wording/report-reasons.js';

const one = (value: unknown) => (Array.isArray(value) && value.length === 1 ? value[0] : value);
const orNull = (value: unknown) =>
  typeof one(value) === 'string' && String(one(value)).trim() === '' ? null : one(value);

const reportSchema = z.object({
  reason: z.preprocess(one, choice(offeredReasons)),
  words: z.preprocess((value) => orNull(value) ?? null, paragraphs(500).nullable()),
});

/** What the form says, or its messages. */
export function readReport(
  form: URLSearchParams,
): { told: { reason: OfferedReason; words: string | null } } | { messages: Messages } {
  const parsed = reportSchema.safeParse(formObject(form));
  if (!parsed.success) return { messages: messagesOf(parsed.error.issues) };
  const { reason, words } = parsed.data;
  if (reason === 'other' && words === null)
    return { messages: new Map([['words', 'Say in a few words what is wrong.']]) };
  return { told: { reason, words } };
}
