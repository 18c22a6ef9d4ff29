import { z } from 'zod';
import { type FactPath, type Field, type FieldOfKind, fieldsOfCheck } from '../../domain/profile-fields.js';
import { type QuestionId, questionIds } from '../../domain/questions.js';
import { eachOf } from '../../search/flat-groups.js';
import { type AnswerField, summaryFields } from '../fields.js';
import { labeled, programId, trainingKind } from './choices.js';
import { component } from './component.js';
import { describedFact, factSchema, partPaths } from './fact-schema.js';
import { count, finding } from './facts.js';

const training = z.strictObject({
  program: labeled(programId),
  award: z.string(),
  year: z.int(),
  hours: count.nullable(),
  kind: trainingKind,
  mentor: z.string().nullable(),
  caution: z.string().nullable().describe('To be shown with the name wherever it is shown.'),
});

/** The answers that are lists of rows. */
export type RowsField = Extract<AnswerField, FieldOfKind<'rows'>>;
const rowShapes: Readonly<Record<RowsField, z.ZodRawShape>> = {
  training: { completed: z.array(training) },
};

/** What the summary has described is not described again. */
const inSummary: readonly FactPath[] = [...summaryFields, 'caseload.patients'];
const schemaOf = (path: FactPath) => (inSummary.includes(path) ? factSchema(path) : describedFact(path));

/** A group is told by its parts. */
function shapeOf(field: Field): z.ZodRawShape {
  if (Object.hasOwn(rowShapes, field)) return rowShapes[field as RowsField];
  const parts = partPaths(field);
  if (parts.length === 0) return { [field]: schemaOf(field as FactPath) };
  return Object.fromEntries(parts.map(([part, path]) => [part, schemaOf(path)]));
}

const answerOf = (question: QuestionId) =>
  z.strictObject({ ...Object.assign({}, ...fieldsOfCheck(question).map(shapeOf)), finding });

type Answer = z.ZodType<{ finding: z.infer<typeof finding> } & Record<string, unknown>>;

/** The answer to each question, with what was checked of it. */
export const answers = component(
  'FiveAnswers',
  z
    .strictObject(eachOf(questionIds, answerOf) as unknown as Readonly<Record<QuestionId, Answer>>)
    .describe('By the ids of /questions.'),
);
