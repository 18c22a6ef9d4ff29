import type { z } from 'zod';
import { type Messages, messagesOf } from '../../web/fields.js';
import { formObject } from '../../web/form-object.js';

/**
 * What a tidied form says by a schema made of leaves, or the messages. `understood` are messages about texts that mean something
 * else than they are (a payer, a program): they come before the schema's own.
 */
export function readWith<T extends z.ZodType>(
  schema: T,
  form: URLSearchParams | Record<string, unknown>,
  understood: Messages = new Map(),
): { said: z.output<T> } | { messages: Messages } {
  const parsed = schema.safeParse(form instanceof URLSearchParams ? formObject(form) : form);
  if (parsed.success && understood.size === 0) return { said: parsed.data };
  const found = parsed.success ? new Map() : messagesOf(parsed.error.issues);
  return { messages: new Map([...found, ...understood]) };
}
