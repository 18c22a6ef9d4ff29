import { z } from 'zod';
import { authoritySchema, authoritySubject, psypactSchema, stateSchema } from '../authority.js';
import { atMost, unique } from '../fields.js';
import { narrowedAuthority, narrowedPsypact } from '../narrow-authority.js';
import { narrowed, yesToNo } from '../narrowing.js';
import { states } from '../reference/states.js';
import { line } from '../text.js';
import { fact, yesNo } from './row.js';

/** An office in which patients are seen. */
export const officeSchema = z.strictObject({
  city: line(60),
  state: stateSchema,
  zip: z.string().regex(/^\d{5}$/, 'Give the five digits of the ZIP code.'),
});
export type Office = z.infer<typeof officeSchema>;

const placeWords = ({ city, state }: Office) => [city, states[state].name];

const authority = unique(atMost(authoritySchema, 60), authoritySubject, 'This one is on the list already.');

/** Where the therapist may treat, and how. */
export const where = {
  authority: fact('rows', authority, { section: 'where', edit: narrowedAuthority, neutral: [] }),
  psypact: {
    kind: 'group',
    schema: psypactSchema.nullable(),
    section: 'where',
    mayBeEmpty: true,
    edit: narrowedPsypact,
    neutral: null,
    whole: true,
    parts: {
      apit: fact('line', psypactSchema.shape.apit, { max: 40 }),
      homeState: fact('choice', psypactSchema.shape.homeState, {}),
      expiresOn: fact('day', psypactSchema.shape.expiresOn, {}),
    },
  },
  offices: fact('rows', atMost(officeSchema, 10), {
    section: 'where',
    mayBeEmpty: true,
    edit: narrowed,
    neutral: [],
    text: { in: 'practice', words: (offices: Office[]) => offices.flatMap(placeWords) },
  }),
  telehealth: yesNo({ section: 'where', edit: yesToNo, neutral: true }),
} as const;
