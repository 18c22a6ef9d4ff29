import { z } from 'zod';
import { instantSchema } from './calendar.js';
import { draftSchema } from './draft.js';
import { evidenceSchema, supervisorSchema } from './evidence.js';
import { choice } from './fields.js';
import { findingSchema } from './findings.js';
import { line, paragraphs } from './text.js';

/** Everything that can happen to a therapist's record. */
export const actions = [
  // the application, and an edit that waits for a reviewer
  'begin',
  'invite',
  'submit',
  'take-back',
  'claim',
  'release',
  'ask',
  // the first of two reviewers chose `list`
  'approve',
  'list',
  'decline',
  'drop',
  // the listing
  'edit',
  'confirm',
  'pause',
  'resume',
  'suspend',
  'restore',
  'lapse',
  'remind',
  'warn',
  'expire',
  'correct',
  // a reviewer looked again at what is public, outside of any review
  'recheck',
  'withdraw',
] as const;
export type Action = (typeof actions)[number];

export const actorRoles = ['therapist', 'reviewer', 'clock', 'operator'] as const;
export type ActorRole = (typeof actorRoles)[number];

/** Who did it. A reviewer is identified by email address. */
export const actorSchema = z.strictObject({ role: z.enum(actorRoles), email: z.email().nullable() });
export type Actor = z.infer<typeof actorSchema>;

/** Why a person was declined or suspended, or left. It is a code, so that it can stay when the words are erased. */
export const reasonCodes = [
  'identity-not-shown',
  'no-verified-authority',
  'discipline-or-board-action',
  'training-not-shown',
  'claims-misleading',
  'no-answer',
  'report-confirmed',
  'address-refused',
  'own-wish',
  'other',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** A copy of what a decision was about, as it was then. */
export const frozenSchema = z.strictObject({
  profile: draftSchema,
  findings: z.array(findingSchema),
  evidence: z.array(evidenceSchema),
  supervisor: supervisorSchema.nullable(),
});

/** A reviewer's question about one field (a path in the profile such as `training`, or the subject of a finding). */
export const questionSchema = z.strictObject({
  field: line(120),
  question: paragraphs(1000),
  answer: paragraphs(2000).nullable(),
});
export type Question = z.infer<typeof questionSchema>;

/** One event. Events are appended and never edited; only an erasure empties `words`, `asked` and `frozen`. */
export const eventSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]{8,40}$/),
  at: instantSchema,
  by: actorSchema,
  action: z.enum(actions),
  reason: choice(reasonCodes).nullable(),
  words: paragraphs(4000).nullable(),
  /** Paths of the profile that changed, or subjects of findings. */
  fields: z.array(line(120)).max(200),
  asked: z.array(questionSchema).max(60),
  frozen: frozenSchema.nullable(),
});
export type HistoryEvent = z.infer<typeof eventSchema>;
