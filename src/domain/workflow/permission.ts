import type { Action, Actor, ActorRole } from '../history.js';
import type { Therapist } from '../therapist.js';
import { decisionFor, decisionTable, onceListed } from './decision-table.js';
import { NotAllowed } from './errors.js';

export const isOnceListed = ({ status }: Pick<Therapist, 'status'>) =>
  (onceListed as readonly string[]).includes(status);

/** Where the draft stands: the application's status, or the step of an edit once listed. `null`: nothing is being written. */
export function stepOf({ status, draftStatus }: Pick<Therapist, 'status' | 'draftStatus'>) {
  return isOnceListed({ status }) ? draftStatus : status;
}

/** Whether the draft, be it an application or an edit, is in review. */
export const inReview = (therapist: Pick<Therapist, 'status' | 'draftStatus'>) =>
  stepOf(therapist) === 'in-review';

/** Said to a reviewer who is a therapist, too, of their own record and of all that is told of it. */
export const OWN_PROFILE = 'No one decides on their own profile.';

/** Done by the reviewer who claimed, and by nobody else, while the draft is in review. */
const claimantOnly: readonly Action[] = ['ask', 'list', 'decline', 'drop', 'recheck'];

/** @throws NotAllowed when the table, the claim, or the rule that nobody decides on their own profile is against it. */
export function assertAllowed(therapist: Therapist, action: Action, actor: Actor): void {
  const refused = refusal(therapist, action, actor);
  if (refused !== null) throw new NotAllowed(action, refused);
}

/**
 * What this role may do now, for buttons. With the reviewer's e-mail address, what others claimed and their own profile are taken into
 * account too.
 */
export function allowedActions(therapist: Therapist, role: ActorRole, email?: string): Action[] {
  const actions = [...new Set(decisionTable.map(({ action }) => action))];
  return actions.filter((action) =>
    email === undefined
      ? decisionFor(therapist, action, role) !== undefined
      : refusal(therapist, action, { role, email }) === null,
  );
}

/** Why it is refused, in one sentence, or `null` when it is not. */
function refusal(therapist: Therapist, action: Action, { role, email }: Actor): string | null {
  if (role === 'reviewer' && isEmail(therapist.email, email)) return OWN_PROFILE;
  if (decisionFor(therapist, action, role) === undefined)
    return `This cannot be done as things stand: ${standing(therapist)}.`;
  if (role !== 'reviewer' || !inReview(therapist)) return null;
  const { claimedBy } = therapist;
  const mine = isEmail(claimedBy, email);
  if (action === 'claim' && claimedBy !== null)
    return mine ? 'You have this in review already.' : `${claimedBy} has this in review.`;
  return claimantOnly.includes(action) && !mine ? 'Claim this first: only who claimed it may decide.' : null;
}

export function isEmail(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one.toLowerCase() === other.toLowerCase();
}

function standing({ status, draftStatus }: Therapist): string {
  const said = `the profile is ${status.replace('-', ' ')}`;
  return draftStatus === null ? said : `${said}, and the change to it is ${draftStatus.replace('-', ' ')}`;
}
