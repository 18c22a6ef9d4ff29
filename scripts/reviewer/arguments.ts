import { reviewerSchema } from '../../src/domain/account.js';
import { isMailAddress } from '../../src/mail/mail-address.js';
import { UsageError } from '../seed/arguments.js';
import { readFlags } from '../support/read-flags.js';

export const USAGE = `npm run reviewer -- add EMAIL     lets somebody vet; they sign in at /sign-in
npm run reviewer -- list          who may vet, and since when
npm run reviewer -- remove EMAIL  ends that, and every session of theirs, at once`;

export type ReviewerWish = { action: 'add' | 'remove'; email: string } | { action: 'list' };

/** @throws UsageError when it is none of these. */
export function readReviewerArguments(argv: readonly string[]): ReviewerWish {
  const [action, email, ...more] = readFlags(argv, {}, USAGE).positionals;
  if (more.length > 0) throw new UsageError(USAGE);
  if (action === 'list' && email === undefined) return { action };
  if ((action !== 'add' && action !== 'remove') || email === undefined) throw new UsageError(USAGE);
  if (!isMailAddress(email) || !reviewerSchema.shape.id.safeParse(email).success)
    throw new UsageError(`This is no e-mail address that mail can be sent to: ${email}\n\n${USAGE}`);
  return { action, email: email.toLowerCase() };
}
