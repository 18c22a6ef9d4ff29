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

/* The words with a fixed meaning, each a list of its own in the OpenAPI document. */
export const stateCode = component('StateCode', z.enum(stateCodes).describe('One of the 50 states, or DC.'));
export const payerId = component(
  'PayerId',
  z.enum(payerIds).describe('A payer; /payers says who it is and where it sells.'),
);
export const lineId = component(
  'LineId',
  z.enum(lineIds).describe('Line of business: one payer has several networks, told apart by it.'),
);
export const programId = component(
  'ProgramId',
  z.enum(programIds).describe('A training; /programs says what it is.'),
);
export const focusId = component('FocusId', z.enum(focusIds));
export const languageId = component('LanguageId', z.enum(languageIds).describe('ISO 639-1, or 639-3.'));
export const ageId = component('AgeId', z.enum(ageIds));
export const disciplineId = component('DisciplineId', z.enum(disciplineIds));
export const questionId = component('QuestionId', z.enum(questionIds));
export const mode = component('Mode', z.enum(modes));
export const basis = component(
  'Basis',
  z
    .enum([...bases, 'psypact'])
    .describe(
      'What lets them treat there. PSYPACT and registrations for telehealth allow no in-person care.',
    ),
);
export const scope = component('Scope', z.enum(scopes));
export const presence = component('Presence', z.enum(presences));
export const dosePlace = component('DosePlace', z.enum(dosePlaces));
export const role = component('Role', z.enum(roles));
export const trainingKind = component('TrainingKind', z.enum(trainingKinds));
export const findingResult = component(
  'FindingResult',
  z
    .enum(findingResults)
    .describe(
      'verified: a reviewer saw proof. self-reported: the therapist says so. not-shown: asked for, not given.',
    ),
);

/** An id with the words in which patients read it. */
export const labeled = <T extends z.ZodType<string>>(id: T) => z.strictObject({ id, label: z.string() });
