import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { personChecks } from '../../src/domain/profile-fields/checks.js';
import { questionIds } from '../../src/domain/questions.js';
import { focusIds } from '../../src/domain/reference/focuses.js';
import { languageIds } from '../../src/domain/reference/languages.js';
import { programIds } from '../../src/domain/reference/programs.js';
import { type StateCode, stateCodes } from '../../src/domain/reference/states.js';

/* The material of the generator: `seed/parts/*.json`, read and checked once when it is first needed. */

const texts = z.array(z.string().min(1)).min(1);
const states = z.enum(stateCodes);

function readPart<T extends z.ZodType>(name: string, schema: T): z.infer<T> {
  // From dist/scripts/seed to the folder beside dist.
  const file = new URL(`../../../seed/parts/${name}.json`, import.meta.url);
  const parsed = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`seed/parts/${name}.json: ${issue?.path.join('.')}: ${issue?.message}`);
}

const nameGroup = z.strictObject({
  id: z.string(),
  weight: z.number().positive(),
  /** States in which more of them live than elsewhere. */
  dense: z.array(states),
  /** How likely each language is beside English. */
  languages: z.partialRecord(z.enum(languageIds), z.number()),
  she: texts,
  he: texts,
  they: z.array(z.string()),
  family: texts,
});
export type NameGroup = z.infer<typeof nameGroup>;

const place = z.strictObject({ city: z.string(), zips: z.array(z.string().regex(/^\d{5}$/)).min(1) });
const stateParts = z.strictObject({
  /** Millions of people: how often the state is chosen. */
  population: z.number().positive(),
  areaCodes: z.array(z.string().regex(/^\d{3}$/)).min(1),
  places: z.array(place).min(1),
});

/** Answers about a dose with any kind of presence, in the room, or on a screen; about the time around it; and without presence. */
const answers = z.strictObject({
  anywhere: texts,
  room: texts,
  screen: texts,
  around: texts,
  absent: texts,
});

export const parts = {
  nameGroups: readPart('names', z.strictObject({ groups: z.array(nameGroup) })).groups,
  states: readPart('places', z.record(states, stateParts)),
  neighbors: readPart('neighbors', z.record(states, z.array(states))) as Record<StateCode, StateCode[]>,
  openers: readPart(
    'about-openers',
    z.strictObject({
      anyone: texts,
      withOffice: texts,
      adultsOnly: texts,
      withPrescriber: texts,
      shortWait: texts,
    }),
  ),
  focusSentences: readPart('about-focus', z.record(z.enum(focusIds), texts)),
  styles: readPart('about-styles', z.record(z.string(), texts)),
  scopeSentences: readPart(
    'about-scope',
    z.strictObject({ room: texts, video: texts, phone: texts, 'preparation-and-integration': texts }),
  ),
  closings: readPart(
    'about-closings',
    z.strictObject({
      anyone: texts,
      withOffice: texts,
      withPrescriber: texts,
      within72h: texts,
      alongside: texts,
      shortWait: texts,
    }),
  ),
  difficultMaterial: readPart(
    'difficult-material',
    z.strictObject({ intenseEmotion: answers, somaticRelease: answers, flashbacks: answers }),
  ),
  coordination: readPart(
    'coordination',
    z.strictObject({ withPrescriber: texts, prescriber: texts, without: texts }),
  ),
  trainers: readPart(
    'trainers',
    z.strictObject({
      mentors: texts,
      otherPrograms: texts,
      awardsWithoutTitle: z.partialRecord(z.enum(programIds), texts),
      hours: z.partialRecord(z.enum(programIds), z.array(z.number().int().positive())),
    }),
  ),
  seen: readPart(
    'seen',
    z.record(
      z.enum([
        'reviewers',
        'apprenticeship',
        'authority',
        'telehealth-registration',
        'counseling-compact',
        'psypact',
        ...questionIds,
        ...personChecks,
      ]),
      texts,
    ),
  ),
};
