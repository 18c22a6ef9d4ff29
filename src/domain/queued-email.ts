import { z } from 'zod';
import { instantSchema } from './calendar.js';
import { recordId, recordRevision } from './record-fields.js';

/** Every letter that we write. The words are made when it is sent, from these facts and the record. */
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

/** A letter that waits to be sent. Its id makes its Message-ID, the same at every try. */
export const queuedEmailSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]{8,40}$/),
  kind: z.enum(emailKinds),
  /**
   * What the words need besides the record: a reason, a state, a day. No secret: links are made when it is sent. The names are plain
   * words: a dollar or a dot in one means something to MongoDB.
   */
  facts: z.record(z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/i), z.string().max(4000)),
  at: instantSchema,
  tries: z.number().int().min(0),
  nextTryAt: instantSchema,
});
export type QueuedEmail = z.infer<typeof queuedEmailSchema>;

/** A letter that belongs to no therapist's record: a sign-in link asked for (whether or not the address is known), or a last word. */
export const standaloneEmailSchema = z.strictObject({
  ...queuedEmailSchema.shape,
  id: recordId,
  revision: recordRevision,
  to: z.email().max(120),
  /** When it was sent, where it is kept for a while to count how many went to one address; not there while it waits. */
  sentAt: instantSchema.optional(),
  endsAt: instantSchema,
});
export type StandaloneEmail = z.infer<typeof standaloneEmailSchema>;
