import { z } from 'zod';
import { questionIds } from '../../domain/questions.js';
import { lineId, payerId, programId, questionId, stateCode, trainingKind } from './choices.js';
import { component } from './component.js';
import { address, count } from './facts.js';

const words = z.array(z.string());

export const payer = component(
  'Payer',
  z.strictObject({
    id: payerId,
    name: z.string(),
    short: z.string(),
    aliases: words.describe('What people type for this payer and no other; small letters.'),
    states: z.array(stateCode).describe('Where it sells.'),
    lines: z.array(lineId).describe('Wide rather than narrow: a line sold in some of the states is listed.'),
    managedBy: z.string().nullable().describe('Who often manages behavioral health for it: a hint to ask.'),
  }),
);

export const state = component(
  'State',
  z.strictObject({
    id: stateCode,
    name: z.string(),
    psypact: z.boolean().describe('Member of PSYPACT.'),
    counselingCompact: z.boolean().describe('Counseling Compact privileges are issued here today.'),
    telehealthRegistration: z
      .string()
      .nullable()
      .describe('The statute by which therapists from elsewhere register for telehealth here.'),
  }),
);

export const program = component(
  'Program',
  z.strictObject({
    id: programId,
    name: z.string(),
    short: z.string(),
    awards: words,
    hours: z.array(count).describe('Lengths known to have been offered; empty where none is known.'),
    kinds: z.array(trainingKind),
    isSchool: z.boolean().describe('A school awards something; a framework or an apprenticeship does not.'),
    caution: z.string().nullable().describe('To be shown with the name wherever it is shown.'),
    aliases: words,
  }),
);

export const question = component(
  'Question',
  z.strictObject({
    id: questionId,
    number: z.int().min(1).max(questionIds.length),
    title: z.string(),
    ask: z.string().describe('What to say on the phone.'),
    why: z.string(),
  }),
);

/** A part of a plain list, and the way to the next. */
export const listOf = <T extends z.ZodType>(id: string, item: T) =>
  component(
    id,
    z.strictObject({
      items: z.array(item),
      total: count,
      next: address.nullable().describe('Where the list goes on; null at its end.'),
      nextCursor: z.string().nullable().describe('The same as a value for cursor.'),
    }),
  );
