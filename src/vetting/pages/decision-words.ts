import type { Therapist } from '../../domain/therapist.js';
import { isOnceListed } from '../../domain/workflow/permission.js';
import { addresses } from '../addresses.js';
import type { Decision } from '../decisions.js';
import { kindWords, nameOf } from './words.js';

/** What the pages of one decision have in common. */
export function framing(decision: Decision, therapist: Therapist) {
  return {
    heading: `${headings(therapist)[decision]}: ${nameOf(therapist)}`,
    kind: kindWords(therapist),
    action: addresses.decide(therapist.id, decision),
    back: addresses.one(therapist.id),
    go: headings(therapist)[decision],
  };
}

/** The name of a decision. A change of a listing is published, not listed. */
export const headings = (therapist: Therapist): Readonly<Record<Decision, string>> => ({
  list: isOnceListed(therapist) ? 'Publish the change' : 'List',
  ask: 'Ask for changes',
  decline: 'Decline',
  drop: 'Drop the change',
  suspend: 'Suspend',
  restore: 'Restore',
});

/** What will happen, in a sentence. */
export function consequence(decision: Decision, therapist: Therapist): string {
  return {
    list: isOnceListed(therapist)
      ? 'The change becomes public.'
      : 'The profile becomes public, and patients find it within a second.',
    ask: 'It goes back to the therapist, and leaves the queue until it is sent again.',
    decline:
      'This is the end of the application. It cannot be taken back; the therapist can leave and apply anew.',
    drop: 'The change is given up; what is public stays as it is.',
    suspend: 'The listing is hidden at once, until a reviewer restores it.',
    restore: 'The listing is public again at once, unless it was not confirmed for 120 days.',
  }[decision];
}
