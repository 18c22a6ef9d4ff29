import { z } from 'zod';
import { authoritySchema, mayHold, psypactSchema, stateSchema } from './authority.js';
import { coverageSchema } from './coverage.js';
import { feesSchema } from './fees.js';
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
    email: z.email().max(120).nullable(),
    web: z
      .url({ protocol: /^https?$/ })
      .max(200)
      .nullable(),
  })
  .refine((contact) => contact.phone ?? contact.email ?? contact.web, {
    message: 'Give at least one way to make contact: phone, e-mail or website.',
  });
export type Contact = z.infer<typeof contactSchema>;

const some = <T extends z.ZodType>(item: T, max: number) => z.array(item).min(1).max(max);
const atMost = <T extends z.ZodType>(item: T, max: number) => z.array(item).max(max);

/** Everything a patient reads of a therapist. The one truth: types, forms, API and search entry follow from it. */
export const profileSchema = z
  .strictObject({
    // who
    name: line(80),
    credentials: line(60),
    discipline: z.enum(disciplineIds),
    npi: z.string().refine(isNpi, 'This is not a valid NPI: check the ten digits.').nullable(),
    pronouns: line(30).nullable(),
    languages: some(z.enum(languageIds), 12),
    about: paragraphs(2000),
    contact: contactSchema,
    // where
    authority: atMost(authoritySchema, 60),
    psypact: psypactSchema.nullable(),
    offices: atMost(officeSchema, 10),
    telehealth: z.boolean(),
    // paid how
    coverage: atMost(coverageSchema, 200),
    fees: feesSchema,
    // the five answers
    training: some(trainingSchema, 12),
    caseload: caseloadSchema,
    scope: z.enum(scopes),
    presence: atMost(z.enum(presences), presences.length),
    dosePlaces: atMost(z.enum(dosePlaces), dosePlaces.length),
    role: z.enum(roles).nullable(),
    integrationWithin72h: z.boolean(),
    difficultMaterial: difficultMaterialSchema,
    coordination: coordinationSchema,
    // for whom
    focus: some(z.enum(focusIds), focusIds.length),
    ages: some(z.enum(ageIds), ageIds.length),
    alongsideOwnTherapist: z.boolean(),
    accepting: z.boolean(),
    /** Usual wait for a first appointment, in whole weeks; `null` when it was not given. */
    waitWeeks: z.number().int().min(0).max(52).nullable(),
  })
  .superRefine((profile, context) => {
    const say = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    if (profile.authority.length === 0)
      say(['authority'], 'Give at least one licence, registration or privilege.');
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
