import { z } from 'zod';
import { authoritySubject } from './authority.js';
import { daySchema } from './calendar.js';
import type { Draft } from './draft.js';
import { isVerified } from './findings.js';
import { reasonCodes } from './history.js';
import { ERASED_LICENSE } from './old-names.js';
import { recordId, recordRevision } from './record-fields.js';
import type { Therapist } from './therapist.js';
import { licenseKey, npiTag } from './therapist-tags.js';

/** The trace of a person who left or was declined. It does not say who: it holds hashes, keyed by SECRET_KEY. */
export const erasureSchema = z.strictObject({
  id: recordId,
  revision: recordRevision,
  /** Hashes of the email address, the NPI and each license. */
  hashes: z.array(z.string().regex(/^[a-f0-9]{64}$/)).max(200),
  action: z.string().max(40),
  reason: z.enum(reasonCodes).nullable(),
  on: daySchema,
});
export type Erasure = z.infer<typeof erasureSchema>;

type Known = Pick<Therapist, 'email' | 'published' | 'draft'>;

/**
 * Everything by which we can recognize a person, each in one spelling: the email address, the NPI, every license. A number without a digit
 * ("applied for") identifies nobody.
 */
export function personKeys({ email, published, draft }: Known): string[] {
  const keys = new Set([`email:${email.trim().toLowerCase()}`]);
  for (const profile of [published, draft]) {
    if (profile?.npi) keys.add(npiTag(profile.npi));
    for (const { state, number } of profile?.authority ?? [])
      if (/\d/.test(number)) keys.add(`${ERASED_LICENSE}:${licenseKey(state, number)}`);
  }
  return [...keys];
}

/**
 * The keys that are surely the person's own: the address, the NPI once it was published or their identity was verified, and each verified
 * license. Numbers are public, and anyone may type another person's. Leaving after that must not keep the other person out.
 */
export function erasureKeys({
  email,
  published,
  draft,
  findings,
}: Known & Pick<Therapist, 'findings'>): string[] {
  const ours = (profile: Draft | null, npi: boolean): Draft | null =>
    profile && {
      npi: npi ? profile.npi : null,
      authority: profile.authority?.filter((one) => isVerified(findings, authoritySubject(one))),
    };
  const isKnown = isVerified(findings, 'identity');
  const keys = [
    ...personKeys({ email, published: null, draft: ours(published, true) }),
    ...personKeys({ email, published: null, draft: ours(draft, isKnown) }),
  ];
  return [...new Set(keys)];
}

/**
 * Hashes of {@link erasureKeys}, sorted, so that their order does not reveal which is which. Make them before the record is emptied.
 * `hash` returns 64 hex digits: see `erasure-hash.ts`.
 */
export function erasureHashes(
  person: Known & Pick<Therapist, 'findings'>,
  hash: (text: string) => string,
): string[] {
  return erasureKeys(person).map(hash).sort();
}

/**
 * Whether an erasure that shares a hash with a record is about that record. It is only if the record was there on that day: a person who
 * left may come back, with a record that was created later.
 */
export function isErasedBy(
  { createdAt }: Pick<Therapist, 'createdAt'>,
  { on }: Pick<Erasure, 'on'>,
): boolean {
  return createdAt.slice(0, 10) <= on;
}
