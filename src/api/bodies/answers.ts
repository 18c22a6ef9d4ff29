import { factValue } from '../../domain/fact-values.js';
import { answeredAt, type Listing } from '../../domain/listing.js';
import type { Profile } from '../../domain/profile.js';
import { type Field, fieldsOfCheck } from '../../domain/profile-fields.js';
import { questionIds } from '../../domain/questions.js';
import { programs } from '../../domain/reference/programs.js';
import { eachOf } from '../../search/flat-groups.js';
import type { PlainField } from '../fields.js';
import type { RowsField } from '../schemas/answers.js';
import { partPaths } from '../schemas/fact-schema.js';
import type { TherapistBody } from '../schemas/therapist.js';
import { findingBody, programLabel, readField } from './facts.js';

/** The answer to each question, with what was checked of it. */
export function answersBody(listing: Listing): TherapistBody['answers'] {
  const { profile, findings } = listing;
  return eachOf(questionIds, (question) => ({
    ...Object.assign({}, ...fieldsOfCheck(question).map((field) => answerIn(profile, field))),
    finding: findingBody(findings, question, answeredAt(listing, question)),
  }));
}

/** The answers that are lists of rows. */
const rowBodies: { readonly [F in RowsField]: (profile: Profile) => object } = {
  training: ({ training }) => ({ completed: training.map(trainingBody) }),
};

function answerIn(profile: Profile, field: Field): object {
  if (Object.hasOwn(rowBodies, field)) return rowBodies[field as RowsField](profile);
  const parts = partPaths(field);
  if (parts.length === 0) return { [field]: readField(profile, field as PlainField) };
  return Object.fromEntries(parts.map(([part, path]) => [part, factValue(profile, path)]));
}

function trainingBody({ program, award, year, hours, kind, mentor }: Profile['training'][number]) {
  const caution = programs[program].caution ?? null;
  return { program: programLabel(program), award, year, hours, kind, mentor, caution };
}
