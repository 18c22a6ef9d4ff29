import { z } from 'zod';
import { personChecks } from '../../domain/profile-fields/checks.js';
import {
  ageId,
  basis,
  dosePlace,
  labeled,
  languageId,
  mode,
  presence,
  programId,
  role,
  scope,
  stateCode,
  trainingKind,
} from './choices.js';
import { component } from './component.js';
import { address, count, day, finding, permission, summaryShape } from './facts.js';
import { coverage, fees } from './money.js';

const authority = component(
  'Authority',
  z.strictObject({
    state: stateCode,
    basis,
    type: z.string(),
    number: z.string(),
    expiresOn: day.describe('The last day on which it counts.'),
    modes: z.array(mode).describe('What it allows them there today.'),
    finding,
  }),
);

const psypact = component(
  'Psypact',
  z
    .strictObject({ homeState: stateCode, expiresOn: day, states: z.array(stateCode), finding })
    .describe('Telehealth across member states.'),
);

const training = z.strictObject({
  program: labeled(programId),
  award: z.string(),
  year: z.int(),
  hours: count.nullable(),
  kind: trainingKind,
  mentor: z.string().nullable(),
  caution: z.string().nullable().describe('To be shown with the name wherever it is shown.'),
});

const answers = component(
  'FiveAnswers',
  z
    .strictObject({
      training: z.strictObject({ completed: z.array(training), finding }),
      caseload: z.strictObject({ patients: count, asOf: day, finding }),
      scope: z.strictObject({
        scope,
        presence: z.array(presence),
        role: role.nullable().describe('null when they are not there for the dose.'),
        dosePlaces: z.array(dosePlace),
        integrationWithin72h: z.boolean(),
        finding,
      }),
      'difficult-material': z.strictObject({
        intenseEmotion: z.string(),
        somaticRelease: z.string(),
        flashbacks: z.string(),
        finding,
      }),
      coordination: z.strictObject({ withPrescriber: z.boolean(), how: z.string(), finding }),
    })
    .describe('By the ids of /questions.'),
);

const person = Object.fromEntries(personChecks.map((subject) => [subject, finding])) as Record<
  (typeof personChecks)[number],
  typeof finding
>;

export const therapistAnswer = component(
  'Therapist',
  z
    .strictObject({
      ...summaryShape,
      links: z.strictObject({ self: address, page: address, checklist: address }),
      pronouns: z.string().nullable(),
      about: z.string().describe('In their own words; several paragraphs.'),
      npi: z.string().nullable(),
      contact: z.strictObject({
        phone: z.string().nullable(),
        email: z.string().nullable(),
        web: z.string().nullable(),
      }),
      permissions: z.array(permission),
      authority: z.array(authority),
      psypact: psypact.nullable(),
      coverage: z.array(coverage).describe('Only of states in which they may treat.'),
      fees,
      answers,
      person: z.strictObject(person).describe('What was checked of the person.'),
      ages: z.array(labeled(ageId)),
      languages: z.array(labeled(languageId)),
      alongsideOwnTherapist: z.boolean(),
      hiddenFrom: day.describe('Unless confirmed before, the listing is gone from this day on.'),
      asOf: z
        .strictObject({ who: day, insurance: day, fees: day, answers: day, whom: day })
        .describe('When each part was last confirmed or changed.'),
    })
    .describe('Everything the page of a therapist shows, and nothing else.'),
);
export type TherapistBody = z.infer<typeof therapistAnswer>;
