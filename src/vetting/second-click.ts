import { same } from '../domain/same.js';
import type { Therapist } from '../domain/therapist.js';
import type { Command } from '../domain/workflow/command.js';
import { isEmail } from '../domain/workflow/permission.js';

/**
 * Whether the last event is the same command by the same reviewer: the button was clicked twice, and the browser shows the answer to
 * the second click. A command with other content is refused as too late.
 */
export function isDoneAlready({ history }: Therapist, command: Command, email: string): boolean {
  const last = history.at(-1);
  if (last === undefined || !isEmail(last.by.email, email)) return false;
  const isSameAct =
    last.action === command.action || (last.action === 'approve' && command.action === 'list');
  return isSameAct && same(said(command), said(last));
}

/** The words of the event. */
function said(act: object) {
  const { reason = null, words = null, asked = [] } = act as Partial<Therapist['history'][number]>;
  return { reason, words, asked: asked.map(({ field, question }) => [field, question]) };
}

/** The record before its last event, as far as the notice needs it. */
export function beforeLast(therapist: Therapist): Therapist {
  const lists = therapist.history.filter(({ action }) => action === 'list').length;
  return { ...therapist, status: lists > 1 ? 'listed' : 'in-review' };
}
