import { type Section, sections } from '../domain/profile.js';
import {
  type Field,
  type FieldOfKind,
  fieldNames,
  type profileFields,
  rowOf,
  type ValueOf,
} from '../domain/profile-fields.js';
import { type QuestionId, questionIds } from '../domain/questions.js';
import { type ChoicePath, choiceLabels } from '../wording/labels.js';

type Rows = typeof profileFields;

/** The sections with one day of confirmation on the page. Each license has a day of its own. */
export const datedSections = sections.filter(
  (section): section is Exclude<Section, 'where'> => section !== 'where',
);

/** The fields that answer a question: they are told under `answers`. */
export type AnswerField = { [F in Field]: Rows[F] extends { check: QuestionId } ? F : never }[Field];
/** The fields that are one fact, told under the name of the field. */
export type PlainField = Exclude<Field, FieldOfKind<'group' | 'rows'>>;
/** The plain fields of the therapist, not of an answer. */
export type TherapistField = Exclude<PlainField, AnswerField>;
/** The fields whose shape the API decides by itself. */
export type OwnField = Exclude<Field, AnswerField | PlainField>;

/** The plain fields that a search hit tells too. */
export const summaryFields = [
  'name',
  'credentials',
  'discipline',
  'accepting',
  'waitWeeks',
  'telehealth',
  'scope',
  'presence',
  'focus',
] as const satisfies readonly PlainField[];

const isAnswer = (field: Field) => (questionIds as readonly string[]).includes(rowOf(field).check ?? '');
const isPlain = (field: Field) => !['group', 'rows'].includes(rowOf(field).kind);

/** The plain fields that the therapist alone tells. */
export const therapistFields = fieldNames.filter(
  (field) => isPlain(field) && !isAnswer(field) && !(summaryFields as readonly Field[]).includes(field),
) as Exclude<TherapistField, (typeof summaryFields)[number]>[];

/** The fields of the therapist that are one of a few choices, or some of them: each choice has its words beside it. */
type LabeledField = Extract<TherapistField, ChoicePath>;

/** How a choice of this field is told in words; `null` where ids are told alone. */
export function labelOf(field: PlainField): ((id: string) => string) | null {
  if (isAnswer(field) || !['choice', 'choices'].includes(rowOf(field).kind)) return null;
  const labels: Readonly<Record<string, string>> = choiceLabels(field as LabeledField);
  return (id) => labels[id]!;
}

interface Labeled<Id> {
  id: Id;
  label: string;
}

/** The value of a plain field as the API tells it. */
export type Told<F extends PlainField> = F extends LabeledField
  ? ValueOf<F> extends readonly (infer Id)[]
    ? Labeled<Id>[]
    : Labeled<ValueOf<F>>
  : ValueOf<F>;
