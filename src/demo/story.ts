import { z } from 'zod';
import { evidenceSchema, supervisorSchema } from '../domain/evidence.js';
import { findingSchema } from '../domain/findings.js';
import { questionSchema, reasonCodes } from '../domain/history.js';
import { sections } from '../domain/profile.js';
import { therapistSchema } from '../domain/therapist.js';
import { seedProfileSchema } from './seed-therapist.js';

/** Whole days before today; yesterday at the latest, so that no hour of today makes it the future. */
const daysAgo = z.number().int().min(1).max(5000);
/** A reviewer's address. */
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

/** One thing that somebody did. */
const stepSchema = z.discriminatedUnion('do', [
  /** The record is made; an operator who invites knows some sections already. */
  z.strictObject({
    do: z.literal('begin'),
    daysAgo,
    role: z.enum(['therapist', 'operator']),
    knows: z.array(z.enum(sections)),
  }),
  /** The therapist writes these sections, as they stand in the story's profile. */
  z.strictObject({ do: z.literal('write'), daysAgo, sections: z.array(z.enum(sections)) }),
  /** The therapist changes something of it. */
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
  /** A reviewer, who has it in review or looks again, files what they found. */
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
  /** Anything that the table of decisions knows; without `by` it is the therapist's doing. */
  z.strictObject({ do: z.literal('act'), daysAgo, by: by.optional(), command: commandSchema }),
  /** The clock looks at it. It does before every other step too. */
  z.strictObject({ do: z.literal('clock'), daysAgo }),
]);
export type StoryStep = z.infer<typeof stepSchema>;

/**
 * A fictional application with everything that happened to it, as one line of `seed/applications.jsonl`, oldest step first. Like the
 * frozen listings it holds ages instead of dates.
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
    message: 'It begins with `begin`, once.',
  })
  .refine(({ steps }) => steps.every((step, index) => step.daysAgo <= (steps[index - 1] ?? step).daysAgo), {
    path: ['steps'],
    message: 'The steps stand in the order in which they happened.',
  });
export type Story = z.infer<typeof storySchema>;
