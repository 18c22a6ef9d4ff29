import { readDiscipline } from './names/discipline.js';
import {
  readAge,
  readDosePlace,
  readFocus,
  readLanguage,
  readPresence,
  readRole,
  readScope,
  readState,
} from './names/tables.js';
import { readEmail, readNpi, readPhone, readWeb } from './values/contact.js';
import { readDay } from './values/day.js';
import { byCommas, type Split } from './values/lists.js';
import { readDollars, readWeeks, readWhole } from './values/numbers.js';
import { asTyped, type Reader } from './values/read.js';
import { readYesNo } from './values/yes-no.js';

/** A field that a column can be read into. Its name is its path in a profile. */
export interface Field {
  read: Reader;
  help: string;
  /** Where a cell may hold several, and several columns may hold them: what stands between them. */
  split?: Split;
}

const text = (help: string): Field => ({ read: asTyped, help });
const yesNo = (help: string): Field => ({
  read: readYesNo,
  help: help === '' ? 'yes or no' : `${help}: yes or no`,
});
const list = (read: Reader, help: string): Field => ({ read, help, split: byCommas });

/** Every field but those of the groups (`groups.ts`), in the order in which a profile is read. */
export const fields = {
  email: {
    read: readEmail,
    help: 'the private address for sign-in and letters; the one field that must be there',
  },
  name: text('the whole name'),
  'name.first': text('where the name stands in two columns'),
  'name.last': text(''),
  credentials: text('the letters behind the name'),
  discipline: {
    read: readDiscipline,
    help: 'the profession, or the letters of a license: LCSW, psychologist',
  },
  npi: { read: readNpi, help: 'the NPI, ten digits' },
  pronouns: text(''),
  languages: list(readLanguage, 'English; Spanish'),
  about: text('what patients read first'),
  'contact.phone': { read: readPhone, help: 'the public phone number, without an extension' },
  'contact.email': { read: readEmail, help: 'the public e-mail address' },
  'contact.web': { read: readWeb, help: 'the website' },
  'psypact.apit': text('the number of the APIT; with the two fields below it'),
  'psypact.homeState': { read: readState, help: 'NJ or New Jersey' },
  'psypact.expiresOn': { read: readDay, help: 'the last valid day' },
  telehealth: yesNo('whether they treat by telehealth'),
  'fees.hourly': { read: readDollars, help: 'whole dollars: 180 or $180/hr' },
  'fees.packagePerSession': {
    read: readDollars,
    help: 'dollars for one medication session with all around it',
  },
  'fees.slidingScale': yesNo(''),
  'fees.superbill': yesNo(''),
  'fees.hsaFsa': yesNo(''),
  'caseload.patients': { read: readWhole, help: 'KAP patients in twelve months' },
  'caseload.asOf': { read: readDay, help: 'the day on which they were counted' },
  scope: { read: readScope, help: 'in-session, or preparation-and-integration' },
  presence: list(readPresence, 'room; video; phone'),
  dosePlaces: list(readDosePlace, 'home; therapist-office; medical-clinic'),
  role: { read: readRole, help: 'silent, light or active' },
  integrationWithin72h: yesNo('integration within 72 hours of a dose'),
  'difficultMaterial.intenseEmotion': text('how it is handled, in their own words'),
  'difficultMaterial.somaticRelease': text(''),
  'difficultMaterial.flashbacks': text(''),
  'coordination.withPrescriber': yesNo('contact with the prescriber'),
  'coordination.how': text(''),
  focus: list(readFocus, 'PTSD; chronic pain; grief'),
  ages: list(readAge, 'adolescents; adults; older adults'),
  alongsideOwnTherapist: yesNo("works beside the patient's own therapist"),
  accepting: yesNo('takes new patients'),
  waitWeeks: { read: readWeeks, help: 'weeks until a first appointment' },
} satisfies Record<string, Field>;

export type FieldName = keyof typeof fields;
export const fieldNames = Object.keys(fields) as FieldName[];
export const fieldOf = (name: FieldName): Field => fields[name];
