import { z } from 'zod';
import { instantSchema } from './calendar.js';
import { recordId, recordRevision } from './record-fields.js';

/** Somebody signed in. The id is the hash of what their cookie holds; what they may do is asked of the records at each request. */
export const sessionSchema = z.strictObject({
  id: recordId,
  revision: recordRevision,
  email: z.email().max(120),
  createdAt: instantSchema,
  endsAt: instantSchema,
});
export type Session = z.infer<typeof sessionSchema>;

/** A link that signs in once. The id is the hash of what the link holds. */
export const loginTokenSchema = z.strictObject({
  id: recordId,
  revision: recordRevision,
  email: z.email().max(120),
  /** `join` begins an application where none is there. */
  purpose: z.enum(['sign-in', 'join']),
  /** Where the person wanted to go: a path of ours. */
  next: z.string().startsWith('/').max(500).nullable(),
  createdAt: instantSchema,
  endsAt: instantSchema,
});
export type LoginToken = z.infer<typeof loginTokenSchema>;

/** Somebody who may vet. The id is the e-mail address in lower case. */
export const reviewerSchema = z.strictObject({
  id: z.email().max(120),
  revision: recordRevision,
  createdAt: instantSchema,
});
export type Reviewer = z.infer<typeof reviewerSchema>;
