import { z } from 'zod';
import { authoritySchema, authoritySubject, mayHold, psypactSchema, stateSchema } from './authority.js';
import { type Coverage, coverageSchema } from './coverage.js';
import { feesSchema } from './fees.js';
import { choice, choices, unique, whole } from './fields.js';
import {
  caseloadSchema,
  coordinationSchema,
  difficultMaterialSchema,
  dosePlaces,
  presences,
  roles,
  scopes,
  trainingSchema,
} from './five-questions.js';
import { isNpi } from './npi.js';
import { ageIds } from './reference/ages.js';
import { disciplineIds, disciplines } from './reference/disciplines.js';
import { focusIds } from './reference/focuses.js';
import { languageIds } from './reference/languages.js';
import { line, paragraphs } from './text.js';

export const officeSchema = z.strictObject({
  city: line(60),
  state: stateSchema,
  zip: z.string().regex(/^\d{5}$/, 'Give the five digits of the ZIP code.'),
});
export type Office = z.infer<typeof officeSchema>;

export const contactSchema = z
  .strictObject({
    phone: z
      .string()
      .regex(/^\d{3}-\d{3}-\d{4}$/, 'Give the phone number as 555-555-0123.')
      .nullable(),
    email: z.email('Give an e-mail address, such as desk@practice.example.').max(120).nullable(),
    web: z
      .url({
        protocol: /^https?$/,
        error: 'Give the whole address of the website, such as https://practice.example.',
      })
      .max(200)
      .nullable(),
  })
  .refine((contact) => contact.phone ?? contact.email ?? contact.web, {
    message: 'Give at least one way to make contact: phone, e-mail or website.',
  });
export type Contact = z.infer<typeof contactSchema>;

const network = ({ state, payer, line }: Coverage) => `${state} ${payer} ${line}`;
const atMost = <T extends z.ZodType>(item: T, max: number) =>
  z.array(item).max(max, `Give at most ${max} of them.`);

/** Everything a patient reads of a therapist. The one truth: types, forms, API and search entry follow from it. */
export const profileSchema = z
  .strictObject({
    // who
    name: line(80),
    credentials: line(60),
    discipline: choice(disciplineIds),
    npi: z.string().refine(isNpi, 'This is not a valid NPI: check the ten digits.').nullable(),
    pronouns: line(30).nullable(),
    languages: choices(languageIds, 1, 12),
    about: paragraphs(2000),
    contact: contactSchema,
    // where
    authority: unique(atMost(authoritySchema, 60), authoritySubject, 'This one is on the list already.'),
    psypact: psypactSchema.nullable(),
    offices: atMost(officeSchema, 10),
    telehealth: z.boolean(),
    // paid how
    coverage: unique(atMost(coverageSchema, 200), network, 'This network is on the list already.'),
    fees: feesSchema,
    // the five answers
    training: atMost(trainingSchema, 12).min(1, 'Give at least one training.'),
    caseload: caseloadSchema,
    scope: choice(scopes),
    presence: choices(presences, 0),
    dosePlaces: choices(dosePlaces, 0),
    role: choice(roles).nullable(),
    integrationWithin72h: z.boolean(),
    difficultMaterial: difficultMaterialSchema,
    coordination: coordinationSchema,
    // for whom
    focus: choices(focusIds, 1),
    ages: choices(ageIds, 1),
    alongsideOwnTherapist: z.boolean(),
    accepting: z.boolean(),
    /** Usual wait for a first appointment, in whole weeks; `null` when it was not given. */
    waitWeeks: whole(0, 52).nullable(),
  })
  .superRefine((profile, context) => {
    const say = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    if (profile.authority.length === 0)
      say(['authority'], 'Give at least one license, registration or privilege.');
    if (profile.offices.length === 0 && !profile.telehealth)
      say(['offices'], 'Give an office, or offer telehealth: otherwise nobody can be treated.');
    if (profile.psypact !== null && !disciplines[profile.discipline].psypactEligible)
      say(['psypact'], 'PSYPACT is for psychologists only.');
    profile.authority.forEach((held, index) => {
      if (!mayHold(profile.discipline, held))
        say(['authority', index, 'basis'], 'This state does not grant that to this discipline.');
    });
    if (profile.scope === 'in-session' && (profile.presence.length === 0 || profile.role === null))
      say(['presence'], 'Say how you are present during a session, and in which role.');
  });
export type Profile = z.infer<typeof profileSchema>;

/** The parts of a profile that are edited, and dated, together. */
export const sections = ['who', 'where', 'insurance', 'fees', 'answers', 'whom'] as const;
export type Section = (typeof sections)[number];
