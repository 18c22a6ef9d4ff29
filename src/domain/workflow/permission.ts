import type { Action, Actor, ActorRole } from '../history.js';
import type { Therapist } from '../therapist.js';
import { decisionFor, decisionTable, onceListed } from './decision-table.js';
import { NotAllowed } from './errors.js';

export const isOnceListed = ({ status }: Pick<Therapist, 'status'>) =>
  (onceListed as readonly string[]).includes(status);

/** The step of the draft: the application's status or, once listed, the step of an edit. `null` when there is no draft. */
export function stepOf({ status, draftStatus }: Pick<Therapist, 'status' | 'draftStatus'>) {
  return isOnceListed({ status }) ? draftStatus : status;
}

/** Whether the draft of an application or an edit is in review. */
export const inReview = (therapist: Pick<Therapist, 'status' | 'draftStatus'>) =>
  stepOf(therapist) === 'in-review';

/** The message for a reviewer who is also a therapist, about their own record and reports about it. */
export const OWN_PROFILE = 'No one decides on their own profile.';

/** Only the reviewer who claimed the draft may do these while it is in review. */
const claimantOnly: readonly Action[] = ['ask', 'list', 'decline', 'drop', 'recheck'];

/** @throws NotAllowed when the table, the claim, or the rule that nobody decides on their own profile forbids it. */
export function assertAllowed(therapist: Therapist, action: Action, actor: Actor): void {
  const refused = refusal(therapist, action, actor);
  if (refused !== null) throw new NotAllowed(action, refused);
}

/**
 * What this role may do now, for buttons. With the reviewer's email address, it also considers what others claimed and the reviewer's own
 * profile.
 */
export function allowedActions(therapist: Therapist, role: ActorRole, email?: string): Action[] {
  const actions = [...new Set(decisionTable.map(({ action }) => action))];
  return actions.filter((action) =>
    email === undefined
      ? decisionFor(therapist, action, role) !== undefined
      : refusal(therapist, action, { role, email }) === null,
  );
}

/** Why it is refused, in one sentence, or `null` when it is allowed. */
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
