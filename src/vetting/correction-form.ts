import { z } from 'zod';
import { type Profile, profileSchema } from '../domain/profile.js';
import { same } from '../domain/same.js';
import { paragraphs } from '../domain/text.js';
import type { Command } from '../domain/workflow/command.js';
import { messagesOf } from '../web/fields.js';
import { SAY_WHY } from './decision-form.js';

/** Lists from which a reviewer can remove rows. Only the therapist adds rows. */
export const narrowable = ['coverage', 'authority', 'offices'] as const;

const { contact, accepting, waitWeeks } = profileSchema.shape;
const scalarSchema = z.object({ contact, accepting, waitWeeks, words: paragraphs(4000) });

/**
 * What a reviewer corrects in public at once: contact, accepting, wait, and rows to remove. Answers the command, or messages by field.
 */
export function readCorrection(
  form: URLSearchParams,
  published: Profile,
): { command: Command } | { messages: Map<string, string> } {
  const parsed = scalarSchema.safeParse({
    contact: { phone: orNull(form, 'phone'), email: orNull(form, 'email'), web: orNull(form, 'web') },
    accepting: form.get('accepting') === '1',
    waitWeeks: weeks(form),
    words: form.get('words')?.trim() ? form.get('words') : undefined,
  });
  if (!parsed.success) return { messages: renamed(messagesOf(parsed.error.issues)) };
  const { words, ...scalars } = parsed.data;
  const left = narrowable.map((field) => [field, without<unknown>(published[field], form.getAll(field))]);
  const wanted: Partial<Profile> = { ...scalars, ...Object.fromEntries(left) };
  const patch = Object.fromEntries(
    Object.entries(wanted).filter(([field, value]) => !same(value, published[field as keyof Profile])),
  );
  if (Object.keys(patch).length === 0) return { messages: new Map([['words', 'Nothing would change.']]) };
  return { command: { action: 'correct', patch, words } };
}

/** A list without the ticked rows. Rows are identified by content, so that a list that changed meanwhile loses no other row. */
function without<T>(rows: readonly T[], ticked: readonly string[]): T[] {
  return rows.filter((row) => !ticked.includes(rowKey(row)));
}

export const rowKey = (row: unknown) => JSON.stringify(row);

const orNull = (form: URLSearchParams, name: string) => form.get(name)?.trim() || null;

function weeks(form: URLSearchParams): number | string | null {
  const typed = orNull(form, 'waitWeeks');
  return typed !== null && /^\d{1,4}$/.test(typed) ? Number(typed) : typed;
}

/** Messages under the short names that the fields have in the form. */
function renamed(messages: Map<string, string>): Map<string, string> {
  const plain = [...messages].map(([name, message]): [string, string] => {
    const field = name === 'contact' ? 'phone' : name.replace(/^contact\./, '');
    return [field, field === 'words' && message === 'Write something here.' ? SAY_WHY : message];
  });
  return new Map(plain);
}
