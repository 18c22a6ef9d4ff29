import { z } from 'zod';
import { daySchema } from './calendar.js';
import { reasonCodes } from './history.js';
import { recordId, recordRevision } from './record-fields.js';
import type { Therapist } from './therapist.js';
import { licenceTag, npiTag } from './therapist-tags.js';

/** That somebody left, or was declined, without who: hashes of NPI and licences, keyed by SECRET_KEY. */
export const erasureSchema = z.strictObject({
  id: recordId,
  revision: recordRevision,
  /** Hashes of the e-mail address, the NPI and each licence. */
  hashes: z.array(z.string().regex(/^[a-f0-9]{64}$/)).max(200),
  action: z.string().max(40),
  reason: z.enum(reasonCodes).nullable(),
  on: daySchema,
});
export type Erasure = z.infer<typeof erasureSchema>;

/** Whatever tells who a person is, by which they are known again. */
type Person = Pick<Therapist, 'email' | 'published' | 'draft'>;

/**
 * What a person is known again by, in one spelling each: the e-mail address, the NPI, every licence. A number without a digit ("applied
 * for") is nobody's own.
 */
export function erasureKeys({ email, published, draft }: Person): string[] {
  const keys = new Set([`email:${email.trim().toLowerCase()}`]);
  for (const profile of [published, draft]) {
    if (profile?.npi) keys.add(npiTag(profile.npi));
    for (const { state, number } of profile?.authority ?? [])
      if (/\d/.test(number)) keys.add(licenceTag(state, number));
  }
  return [...keys];
}

/** Hashes of {@link erasureKeys}, sorted, so that their order does not tell which is which. `hash` answers 64 hex digits: see `erasure-hash.ts`. */
export function erasureHashes(person: Person, hash: (text: string) => string): string[] {
  return erasureKeys(person).map(hash).sort();
}

/**
 * Whether an erasure that shares a hash with a record speaks of it: of what was there on that day. Somebody who left may come back, with
 * a record begun later.
 */
export function isErasedBy(
  { createdAt }: Pick<Therapist, 'createdAt'>,
  { on }: Pick<Erasure, 'on'>,
): boolean {
  return createdAt.slice(0, 10) <= on;
}
