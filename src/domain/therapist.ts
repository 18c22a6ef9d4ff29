import { z } from 'zod';
import { instantSchema } from './calendar.js';
import { draftSchema } from './draft.js';
import { evidenceSchema, supervisorSchema } from './evidence.js';
import { unique } from './fields.js';
import { findingSchema } from './findings.js';
import { eventSchema, questionSchema } from './history.js';
import { profileSchema, sections } from './profile.js';
import { versionsOfFacts } from './profile-fields/since.js';
import { queuedEmailSchema } from './queued-email.js';

export const statuses = [
  'draft',
  'submitted',
  'in-review',
  'changes-asked',
  'listed',
  'paused',
  'suspended',
  'lapsed',
  'declined',
  'withdrawn',
] as const;
export type Status = (typeof statuses)[number];

/** The steps of an edit that waits for a reviewer while the published profile stays. */
export const draftStatuses = ['editing', 'submitted', 'in-review', 'changes-asked'] as const;
export type DraftStatus = (typeof draftStatuses)[number];

/** The last version that changed more than facts of a profile. Raise it together with a step in `storage/record-versions.ts`. */
const LAST_WRITTEN_VERSION = 3;
/** The version of the record's shape. A fact of the catalogue raises it by its `since`. */
export const SCHEMA_VERSION = Math.max(LAST_WRITTEN_VERSION, ...versionsOfFacts());

/** One therapist with everything that belongs to them. One record is one atomic write. */
export const therapistSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]{8,32}$/),
  /** Grows by one with every write but the index mark; a write names the revision it saw. */
  revision: z.number().int().min(1),
  schemaVersion: z.literal(SCHEMA_VERSION),
  slug: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    .max(100),
  /** Private: for sign-in and reminders, never shown. */
  email: z.email().max(120),
  status: z.enum(statuses),
  draftStatus: z.enum(draftStatuses).nullable(),
  published: profileSchema.nullable(),
  draft: draftSchema.nullable(),
  draftRevision: z.number().int().min(0),
  findings: unique(
    // Twice what a profile can claim: an edit in review has findings of its own (see `workflow/findings-in-review.ts`).
    z.array(findingSchema).max(200),
    ({ subject }) => subject,
    'There is one finding already.',
  ),
  evidence: unique(
    z.array(evidenceSchema).max(100),
    ({ subject }) => subject,
    'There is some evidence for this already.',
  ),
  supervisor: supervisorSchema.nullable(),
  /** What the reviewer asked last, with the therapist's answers. */
  questions: z.array(questionSchema).max(60),
  /** Since when it has waited for a reviewer's decision, claimed or not; `null` when it does not wait. */
  waitingSince: instantSchema.nullable(),
  /** The reviewer who claimed it. */
  claimedBy: z.email().nullable(),
  /** The first reviewer who chose `list`, where two have to agree. */
  approvedBy: z.email().nullable(),
  /** Everything that happened, oldest first. */
  history: z.array(eventSchema),
  /** Emails to be sent, oldest first. They are part of the write that they are about, so that neither is lost without the other. */
  queuedEmails: z.array(queuedEmailSchema).max(50),
  /** The key of the link that confirms; `null` when no such link was sent. */
  confirmKey: z.string().nullable(),
  confirmedAt: instantSchema.nullable(),
  changedAt: z.record(z.enum(sections), instantSchema),
  /** The revision that the search server has; 0 when it has none. */
  indexedRevision: z.number().int().min(0),
  /** The next moment at which the clock has something to do for this record. */
  nextDueAt: instantSchema.nullable(),
  /** Fictional: part of the demonstration. */
  demo: z.boolean(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
});
export type Therapist = z.infer<typeof therapistSchema>;
