import { z } from 'zod';
import { instantSchema } from './calendar.js';
import { recordId, recordRevision } from './record-fields.js';

/** Every kind of email that we send. Its words are made when it is sent, from its facts and the record. */
export const emailKinds = [
  'sign-in',
  'join',
  'invitation',
  'received',
  'changes-asked',
  'listed',
  'declined',
  'suspended',
  'restored',
  'edit-listed',
  'edit-dropped',
  'confirm',
  'lapsed',
  'license-expiring',
  'license-expired',
  'reported',
  'corrected',
  'left',
] as const;
export type EmailKind = (typeof emailKinds)[number];

/** An email that waits to be sent. Its Message-ID follows from its id, so it is the same at every try. */
export const queuedEmailSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]{8,40}$/),
  kind: z.enum(emailKinds),
  /**
   * What the words need besides the record: a reason, a state, a day. Never a secret: links are made when it is sent. The names are
   * plain words, because MongoDB gives dollars and dots in a name a meaning.
   */
  facts: z.record(z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/i), z.string().max(4000)),
  at: instantSchema,
  tries: z.number().int().min(0),
  nextTryAt: instantSchema,
});
export type QueuedEmail = z.infer<typeof queuedEmailSchema>;

/** An email that belongs to no therapist's record: a sign-in link (for known and unknown addresses), or the last one after leaving. */
export const standaloneEmailSchema = z.strictObject({
  ...queuedEmailSchema.shape,
  id: recordId,
  revision: recordRevision,
  to: z.email().max(120),
  /** When it was sent; missing while it waits. Sent ones are kept for a while, to count how many went to one address. */
  sentAt: instantSchema.optional(),
  endsAt: instantSchema,
});
export type StandaloneEmail = z.infer<typeof standaloneEmailSchema>;
