import { z } from 'zod';
import { evidenceSchema, supervisorSchema } from '../domain/evidence.js';
import { findingSchema } from '../domain/findings.js';
import { questionSchema, reasonCodes } from '../domain/history.js';
import { sections } from '../domain/profile.js';
import { therapistSchema } from '../domain/therapist.js';
import { seedProfileSchema } from './seed-therapist.js';

/** Whole days before today. At least 1, so that no hour of today puts a step in the future. */
const daysAgo = z.number().int().min(1).max(5000);
/** A reviewer's email address. */
const by = z.email();
const words = z.string().max(4000).nullable();
const reason = z.enum(reasonCodes);

const plain = ['submit', 'take-back', 'claim', 'release', 'confirm', 'pause', 'resume'] as const;
const commandSchema = z.discriminatedUnion('action', [
  z.strictObject({ action: z.enum(plain) }),
  z.strictObject({ action: z.enum(['list', 'restore']), words }),
  z.strictObject({ action: z.enum(['decline', 'suspend']), reason, words }),
  z.strictObject({ action: z.literal('drop'), reason: reason.nullable(), words }),
  z.strictObject({
    action: z.literal('ask'),
    asked: z.array(questionSchema.pick({ field: true, question: true })),
    words,
  }),
  z.strictObject({
    action: z.literal('correct'),
    patch: z.strictObject(seedProfileSchema.shape).partial(),
    words,
  }),
]);
export type StoryCommand = z.infer<typeof commandSchema>;

/** One step of a story. */
const stepSchema = z.discriminatedUnion('do', [
  /** Creates the record. An operator who invites knows some sections already. */
  z.strictObject({
    do: z.literal('begin'),
    daysAgo,
    role: z.enum(['therapist', 'operator']),
    knows: z.array(z.enum(sections)),
  }),
  /** The therapist writes these sections, with the values of the story's profile. */
  z.strictObject({ do: z.literal('write'), daysAgo, sections: z.array(z.enum(sections)) }),
  /** The therapist changes some fields. */
  z.strictObject({
    do: z.literal('change'),
    daysAgo,
    patch: z.strictObject(seedProfileSchema.shape).partial(),
  }),
  z.strictObject({
    do: z.literal('prove'),
    daysAgo,
    evidence: z.array(evidenceSchema),
    supervisor: supervisorSchema.nullable(),
  }),
  /** A reviewer records findings, during a review or later. */
  z.strictObject({
    do: z.literal('find'),
    daysAgo,
    by,
    found: z.array(findingSchema.pick({ subject: true, result: true, seen: true })),
  }),
  z.strictObject({
    do: z.literal('answer'),
    daysAgo,
    answers: z.array(questionSchema.pick({ field: true, answer: true })),
  }),
  /** Any command of the decision table. Without `by`, the therapist acts. */
  z.strictObject({ do: z.literal('act'), daysAgo, by: by.optional(), command: commandSchema }),
  /** The clock runs. It also runs before every other step. */
  z.strictObject({ do: z.literal('clock'), daysAgo }),
]);
export type StoryStep = z.infer<typeof stepSchema>;

/**
 * A fictional application with its whole history, as one line of `seed/applications.jsonl`, oldest step first.
 * Like the frozen listings, it has ages instead of dates.
 */
export const storySchema = z
  .strictObject({
    id: therapistSchema.shape.id,
    email: therapistSchema.shape.email,
    profile: seedProfileSchema,
    steps: z.array(stepSchema).min(1),
  })
  .refine(({ steps }) => steps.findLastIndex((step) => step.do === 'begin') === 0, {
    path: ['steps'],
    message: 'The first step must be `begin`, and no other step may be.',
  })
  .refine(({ steps }) => steps.every((step, index) => step.daysAgo <= (steps[index - 1] ?? step).daysAgo), {
    path: ['steps'],
    message: 'The steps must be in the order in which they happened.',
  });
export type Story = z.infer<typeof storySchema>;
