import type { z } from 'zod';
import type { ReasonCode } from '../domain/history.js';
import { paragraphs } from '../domain/text.js';
import type { Command } from '../domain/workflow/command.js';
import { formObject } from '../web/form-object.js';
import { type Decision, reasonsFor } from './decisions.js';

export const MOST_WORDS = 4000;
export const MOST_QUESTION = 1000;
export const GIVE_REASON = 'Choose the reason.';
export const SAY_WHY = 'Say why, in words that the therapist can use.';
export const ASK_ONE = 'Ask at least one question.';

export interface DecisionTyped {
  reason: string;
  words: string;
  asks: readonly { field: string; question: string }[];
}

/** What the form's button does: fill in the template for the reason, preview, go back to change it, or send. */
export type Step = 'template' | 'preview' | 'change' | 'send';

export function typedDecision(form: URLSearchParams): DecisionTyped {
  const list = formObject(form).ask;
  const one = (name: string) => form.get(name) ?? '';
  return {
    reason: one('reason'),
    words: one('words'),
    asks: (Array.isArray(list) ? list : []).map((ask) => ({
      field: first((ask as Record<string, unknown> | null)?.field),
      question: first((ask as Record<string, unknown> | null)?.question),
    })),
  };
}

const first = (value: unknown) => (Array.isArray(value) && typeof value[0] === 'string' ? value[0] : '');

export function stepOf(form: URLSearchParams): Step {
  const step = form.get('_step');
  return step === 'template' || step === 'change' || step === 'send' ? step : 'preview';
}

/**
 * The command of the form, or messages by field. Questions can only be about `fields`.
 */
export function readDecision(
  decision: Decision,
  { reason: typedReason, words: typedWords, asks }: DecisionTyped,
  fields: readonly string[],
): { command: Command } | { messages: Map<string, string> } {
  const messages = new Map<string, string>();
  const reasons = reasonsFor[decision];
  const reason = reasons.find((one) => one === typedReason);
  if (reasons.length > 0 && reason === undefined) messages.set('reason', GIVE_REASON);
  const words = textOf(messages, 'words', typedWords, MOST_WORDS);
  if (reasons.length > 0 && words === null && !messages.has('words')) messages.set('words', SAY_WHY);
  const asked = decision === 'ask' ? askedIn(messages, asks, fields) : [];
  if (decision === 'ask' && asked.length === 0 && messages.size === 0)
    messages.set('ask.0.question', ASK_ONE);
  if (messages.size > 0) return { messages };
  return { command: commandOf(decision, reason ?? 'other', words, asked) };
}

type Asked = Extract<Command, { action: 'ask' }>['asked'];

function commandOf(decision: Decision, reason: ReasonCode, words: string | null, asked: Asked): Command {
  if (decision === 'ask') return { action: 'ask', asked, words };
  if (decision === 'list' || decision === 'restore') return { action: decision, words };
  return { action: decision, reason, words } as Command;
}

function askedIn(
  messages: Map<string, string>,
  asks: DecisionTyped['asks'],
  fields: readonly string[],
): Asked {
  const seen = new Set<string>();
  return asks.flatMap(({ field, question: typed }, index) => {
    const question = textOf(messages, `ask.${index}.question`, typed, MOST_QUESTION);
    if (question === null || !fields.includes(field) || seen.has(field)) return [];
    seen.add(field);
    return [{ field, question }];
  });
}

/** What was typed, tidied; `null` when it is empty. */
function textOf(messages: Map<string, string>, name: string, typed: string, most: number): string | null {
  if (typed.trim() === '') return null;
  const parsed = paragraphs(most).safeParse(typed) as z.ZodSafeParseResult<string>;
  if (parsed.success) return parsed.data;
  messages.set(name, parsed.error.issues[0]?.message ?? '');
  return null;
}
