import type { Therapist } from '../therapist.js';
import { applicationSteps } from './application-steps.js';
import type { Command, Context } from './command.js';
import { StaleDraft } from './errors.js';
import { listingSteps } from './listing-steps.js';
import { assertAllowed } from './permission.js';
import type { Steps } from './steps.js';
import { applyTransition, type Transition } from './transition.js';
import { withdrawn } from './withdraw.js';

const steps: Steps<Exclude<Command['action'], 'withdraw'>> = { ...applicationSteps, ...listingSteps };

/**
 * The record after a person acted on it, with one more event, the emails that follow, and the next check scheduled. Nothing is written.
 * @throws NotAllowed when they may not do that at present. @throws Unmet when something is missing.
 * @throws StaleDraft when `seenDraftRevision` is given and is not the record's.
 */
export function act(therapist: Therapist, command: Command, context: Context): Therapist {
  assertAllowed(therapist, command.action, context.actor);
  const { seenDraftRevision: seen } = context;
  if (seen !== undefined && seen !== therapist.draftRevision) throw new StaleDraft(therapist);
  if (command.action === 'withdraw') return withdrawn(therapist, context);
  // The step and the command belong to the same action, which the compiler cannot see.
  const step = steps[command.action] as (
    record: Therapist,
    wish: typeof command,
    context: Context,
  ) => Transition;
  return applyTransition(therapist, step(therapist, command, context), context);
}
