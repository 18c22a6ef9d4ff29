import { z } from 'zod';
import { instantSchema } from './calendar.js';
import { recordId, recordRevision } from './record-fields.js';

/** A signed-in person. The id is the hash of what their cookie holds. What they may do is read from the records at each request. */
export const sessionSchema = z.strictObject({
  id: recordId,
  revision: recordRevision,
  email: z.email().max(120),
  createdAt: instantSchema,
  endsAt: instantSchema,
});
export type Session = z.infer<typeof sessionSchema>;

/** A link that signs a person in once. The id is the hash of what the link holds. */
export const loginTokenSchema = z.strictObject({
  id: recordId,
  revision: recordRevision,
  email: z.email().max(120),
  /** `join` starts an application unless there is one. */
  purpose: z.enum(['sign-in', 'join']),
  /** Where the person wanted to go: a path of ours. */
  next: z.string().startsWith('/').max(500).nullable(),
  createdAt: instantSchema,
  endsAt: instantSchema,
});
export type LoginToken = z.infer<typeof loginTokenSchema>;

/** A person who may vet. The id is the email address in lower case. */
export const reviewerSchema = z.strictObject({
  id: z.email().max(120),
  revision: recordRevision,
  createdAt: instantSchema,
});
export type Reviewer = z.infer<typeof reviewerSchema>;
