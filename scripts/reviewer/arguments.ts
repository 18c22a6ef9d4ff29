import { reviewerSchema } from '../../src/domain/account.js';
import { isMailAddress } from '../../src/mail/mail-address.js';
import { UsageError } from '../seed/arguments.js';
import { readFlags } from '../support/read-flags.js';

export const USAGE = `npm run reviewer -- add EMAIL     adds a reviewer, who signs in at /sign-in
npm run reviewer -- list          lists the reviewers with their dates
npm run reviewer -- remove EMAIL  removes a reviewer and ends their sessions at once`;

export type ReviewerCommand = { action: 'add' | 'remove'; email: string } | { action: 'list' };

/** @throws UsageError when the arguments are not one of these commands. */
export function readReviewerArguments(argv: readonly string[]): ReviewerCommand {
  const [action, email, ...more] = readFlags(argv, {}, USAGE).positionals;
  if (more.length > 0) throw new UsageError(USAGE);
  if (action === 'list' && email === undefined) return { action };
  if ((action !== 'add' && action !== 'remove') || email === undefined) throw new UsageError(USAGE);
  if (!isMailAddress(email) || !reviewerSchema.shape.id.safeParse(email).success)
    throw new UsageError(`This is not a valid email address: ${email}\n\n${USAGE}`);
  return { action, email: email.toLowerCase() };
}
