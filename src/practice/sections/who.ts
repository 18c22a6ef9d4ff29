import { contactSchema, profileSchema } from '../../domain/profile.js';
import { disciplineIds, disciplines } from '../../domain/reference/disciplines.js';
import { languageIds, languages } from '../../domain/reference/languages.js';
import type { Choice } from '../../web/fields.js';
import type { Fields } from '../form/groups.js';
import { group, leaf, several } from '../form/leaf.js';
import { readWith } from '../form/read-form.js';
import { addressTyped, digitsTyped, phoneTyped } from '../form/us-ways.js';
import { pairsOf, type Section } from './section.js';

const { name, credentials, discipline, npi, pronouns, languages: spoken, about } = profileSchema.shape;
const { phone, email, web } = contactSchema.shape;

const schema = group({
  name: leaf(name, { blank: undefined }),
  credentials: leaf(credentials, { blank: undefined }),
  discipline: leaf(discipline, { blank: undefined }),
  npi: leaf(npi, { blank: null, read: digitsTyped }),
  pronouns: leaf(pronouns, { blank: null }),
  languages: several(spoken, undefined),
  about: leaf(about, { blank: undefined }),
  contact: group({
    phone: leaf(phone, { blank: null, read: phoneTyped }),
    email: leaf(email, { blank: null, read: (text) => text.trim() }),
    web: leaf(web, { blank: null, read: addressTyped }),
  }),
});

const disciplineChoices = disciplineIds.map((id): Choice => [id, disciplines[id].label]);
const languageChoices = languageIds.map((id): Choice => [id, languages[id].label]);

export const who: Section = {
  id: 'who',
  title: 'Who you are',
  lead: 'What patients read first, and how they reach you.',
  names: () => [
    ...['name', 'credentials', 'discipline', 'npi', 'pronouns', 'languages', 'about'],
    ...['contact.phone', 'contact.email', 'contact.web'],
  ],
  lists: [],
  fill({ written: { profile } }) {
    const { name, credentials, discipline, npi, pronouns, languages, about, contact } = profile;
    return pairsOf({ name, credentials, discipline, npi, pronouns, languages, about, contact });
  },
  read(form) {
    const read = readWith(schema, form);
    return 'said' in read ? { save: { patch: read.said } } : read;
  },
  groups: (fields) => [name_(fields), person(fields), reach(fields)],
};

function name_(f: Fields) {
  return f.group(
    'name',
    'Your name and profession',
    'Patients compare your name with the state board’s. We look you up there, too.',
    'Your name as it stands on your license.',
    [
      f.text('name', 'Name', { autocomplete: 'name', maxlength: 80 }),
      f.text('credentials', 'Letters after your name', {
        hint: 'Such as PhD, LMHC. Several with commas.',
        autocomplete: 'honorific-suffix',
        maxlength: 60,
      }),
      f.select('discipline', 'Profession', disciplineChoices, {
        none: 'Choose one',
        hint: 'Associates choose the profession that they are licensed toward, and name their supervisor under “Proof”.',
      }),
      f.text('npi', 'NPI number, if you have one', {
        hint: 'Ten digits. It helps us to tell you from others of your name.',
        inputmode: 'numeric',
        maxlength: 20,
      }),
      f.text('pronouns', 'Pronouns, if you like', { maxlength: 30 }),
    ],
  );
}

function person(f: Fields) {
  return f.group(
    'about-you',
    'In your own words',
    'Whether a patient can imagine sitting with you decides more than any title.',
    'Two or three short paragraphs: whom you work with best, how a first meeting goes, what you do not do. Nothing about single patients.',
    [
      f.area('about', 'About you and your work', {
        rows: 8,
        maxlength: 2000,
        hint: 'At most 2,000 characters.',
      }),
      f.ticks('languages', 'Languages in which you treat', languageChoices),
    ],
  );
}

function reach(f: Fields) {
  return f.group(
    'reach',
    'How patients reach you',
    'A number that nobody answers is the commonest fault of directories. All of this is public.',
    'At least one way that you really answer within two working days.',
    [
      f.text('contact.phone', 'Phone', {
        type: 'tel',
        autocomplete: 'tel',
        hint: '(555) 555-0123',
        maxlength: 40,
      }),
      f.text('contact.email', 'E-mail for patients', { type: 'text', autocomplete: 'email', maxlength: 120 }),
      f.text('contact.web', 'Website', { autocomplete: 'url', maxlength: 200 }),
    ],
  );
}
