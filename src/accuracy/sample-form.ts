import { z } from 'zod';
import { choice } from '../domain/fields.js';
import type { Sample } from '../domain/sample.js';
import { paragraphs } from '../domain/text.js';
import { type Messages, messagesOf } from '../web/fields.js';

const yesNo = choice(['yes', 'no']);
const yesNoOr = choice(['yes', 'no', 'not-asked']);

const resultSchema = z
  .object({
    reached: yesNo,
    accepting: yesNoOr.nullable(),
    insurance: yesNoOr.nullable(),
    state: yesNoOr.nullable(),
    note: paragraphs(1000).nullable(),
    seen: z.coerce.number().int().min(1),
  })
  .superRefine((result, context) => {
    if (result.reached === 'no') return;
    for (const field of ['accepting', 'insurance', 'state'] as const)
      if (result[field] === null)
        context.addIssue({ code: 'custom', path: [field], message: 'Say what you heard.' });
  });

export type TypedResult = Omit<NonNullable<Sample['result']>, 'by' | 'at'> & { seen: number };

/** What a reviewer heard on the phone, or what is missing. A therapist who was not reached was asked nothing. */
export function readResult(form: URLSearchParams): TypedResult | { messages: Messages } {
  const text = (name: string) => form.get(name)?.trim() || null;
  const parsed = resultSchema.safeParse({
    reached: text('reached'),
    accepting: text('accepting'),
    insurance: text('insurance'),
    state: text('state'),
    note: text('note'),
    seen: form.get('seen'),
  });
  if (!parsed.success) return { messages: messagesOf(parsed.error.issues) };
  const { reached, accepting, insurance, state, note, seen } = parsed.data;
  const was = (answer: string | null) =>
    reached === 'no' || answer === 'not-asked' ? null : answer === 'yes';
  return {
    reached: reached === 'yes',
    accepting: was(accepting),
    insurance: was(insurance),
    state: was(state),
    note,
    seen,
  };
}
