import { z } from 'zod';
import { stateSchema } from './authority.js';
import { line, paragraphs } from './text.js';

/**
 * The proof that a therapist offers for one claim (a question, an authority, a check of the person). Only reviewers see it. Pages and the
 * glossary say *proof*, and use *evidence* for the number of verified answers; the stored field keeps its older name, `evidence`,
 * so that records and exports stay as they are.
 */
export const evidenceSchema = z
  .strictObject({
    /** The same subjects as those of findings: see `findings.ts`. */
    subject: line(120),
    link: z
      .url({ protocol: /^https?$/, error: 'Give the whole address, such as https://board.example/verify.' })
      .max(500)
      .nullable(),
    note: paragraphs(1000).nullable(),
  })
  .refine(({ link, note }) => link ?? note, { message: 'Give a link or a note.' });
export type Evidence = z.infer<typeof evidenceSchema>;

/** The supervisor of an associate. Only reviewers see it. */
export const supervisorSchema = z.strictObject({
  name: line(80),
  state: stateSchema,
  license: line(60),
  contact: line(120),
});
export type Supervisor = z.infer<typeof supervisorSchema>;
