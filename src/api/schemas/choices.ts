import { z } from 'zod';
import { bases, modes } from '../../domain/authority.js';
import { findingResults } from '../../domain/findings.js';
import { dosePlaces, presences, questionIds, roles, scopes } from '../../domain/questions.js';
import { ageIds } from '../../domain/reference/ages.js';
import { disciplineIds } from '../../domain/reference/disciplines.js';
import { focusIds } from '../../domain/reference/focuses.js';
import { languageIds } from '../../domain/reference/languages.js';
import { lineIds } from '../../domain/reference/lines.js';
import { payerIds } from '../../domain/reference/payers.js';
import { programIds, trainingKinds } from '../../domain/reference/programs.js';
import { stateCodes } from '../../domain/reference/states.js';
import { component } from './component.js';

const named = new Map<readonly string[], z.ZodType<string, string>>();

/** A list of ids, under a name of its own in the OpenAPI document. */
function listOfIds<const T extends readonly string[]>(name: string, ids: T, about?: string) {
  const schema = z.enum(ids);
  const known = component(name, about === undefined ? schema : schema.describe(about));
  named.set(ids, known);
  return known;
}

/** One of the choices of a fact or filter: by the name of their list where it has one. */
export const oneOfIds = <T extends string>(ids: readonly T[]): z.ZodType<T, T> =>
  (named.get(ids) as z.ZodType<T, T> | undefined) ?? z.enum(ids);

/* The ids with a fixed meaning, each a list of its own in the OpenAPI document. */
export const stateCode = listOfIds('StateCode', stateCodes, 'One of the 50 states, or DC.');
export const payerId = listOfIds('PayerId', payerIds, 'A payer; /payers says who it is and where it sells.');
export const lineId = listOfIds(
  'LineId',
  lineIds,
  'Line of business: one payer has several networks, told apart by it.',
);
export const programId = listOfIds('ProgramId', programIds, 'A training; /programs says what it is.');
listOfIds('FocusId', focusIds);
listOfIds('LanguageId', languageIds, 'ISO 639-1, or 639-3.');
listOfIds('AgeId', ageIds);
listOfIds('DisciplineId', disciplineIds);
export const questionId = listOfIds('QuestionId', questionIds);
export const mode = listOfIds('Mode', modes);
export const basis = listOfIds(
  'Basis',
  [...bases, 'psypact'],
  'What lets them treat there. PSYPACT and registrations for telehealth allow no in-person care.',
);
export const scope = listOfIds('Scope', scopes);
export const presence = listOfIds('Presence', presences);
listOfIds('DosePlace', dosePlaces);
export const role = listOfIds('Role', roles);
export const trainingKind = listOfIds('TrainingKind', trainingKinds);
export const findingResult = listOfIds(
  'FindingResult',
  findingResults,
  'verified: a reviewer saw proof. self-reported: the therapist says so. not-shown: asked for, not given.',
);

/** An id with the words in which patients read it. */
export const labeled = <T extends z.ZodType<string>>(id: T) => z.strictObject({ id, label: z.string() });
