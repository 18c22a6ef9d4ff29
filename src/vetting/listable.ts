import { toDay } from '../domain/calendar.js';
import { profileOf } from '../domain/draft.js';
import { findingAbout, isVerified } from '../domain/findings.js';
import { verifiedPermissions } from '../domain/listing.js';
import type { Therapist } from '../domain/therapist.js';
import type { Context } from '../domain/workflow/command.js';
import { isEmail, isOnceListed } from '../domain/workflow/permission.js';
import { channelOf } from './channels.js';
import { NAME_CHANNEL } from './findings-form.js';
import { caseOf } from './subject.js';

/** One reason to refuse `list`, and the field or subject that it is about. */
export interface Against {
  field: string;
  message: string;
}

export const IDENTITY_FIRST = 'Identity is not verified.';
export const AUTHORITY_FIRST =
  'No verified authority lets them treat anybody today: verify a license that is valid, with telehealth or an office in its state.';
export const ANOTHER_REVIEWER = 'You agreed to this already: another reviewer has to, too.';

/** Everything that keeps the draft from being listed. It is checked for the page, and again on the click. */
export function againstListing(
  therapist: Therapist,
  { now, twoReviewers, actor }: Pick<Context, 'now' | 'twoReviewers' | 'actor'>,
): Against[] {
  const { findings, profile } = caseOf(therapist);
  const against: Against[] = [];
  const made = profileOf(profile);
  if ('issues' in made)
    against.push({ field: '', message: `The profile is not complete: ${made.issues[0]?.message ?? ''}` });
  if (!isVerified(findings, 'identity')) against.push({ field: 'identity', message: IDENTITY_FIRST });
  else if (!isOnceListed(therapist) && channelOf(findingAbout(findings, 'identity')!.seen).channel === null)
    against.push({ field: 'identity', message: NAME_CHANNEL });
  if ('profile' in made && verifiedPermissions(made.profile, findings, toDay(now)).length === 0)
    against.push({ field: 'authority', message: AUTHORITY_FIRST });
  if (twoReviewers && isEmail(therapist.approvedBy, actor.email))
    against.push({ field: '', message: ANOTHER_REVIEWER });
  return against;
}
