import { z } from 'zod';
import { narrowedTo, removedOnly } from '../narrowing.js';
import { isNpi } from '../npi.js';
import { disciplineIds } from '../reference/disciplines.js';
import { languageIds } from '../reference/languages.js';
import { listFacet, ownWords } from './facet.js';
import { fact, group, longText, oneOf, orNull, someOf, text } from './row.js';

const phone = z
  .string()
  .regex(/^\d{3}-\d{3}-\d{4}$/, 'Give the phone number as 555-555-0123.')
  .nullable();
const email = z.email('Give an e-mail address, such as desk@practice.example.').max(120).nullable();
const web = z
  .url({
    protocol: /^https?$/,
    error: 'Give the whole address of the website, such as https://practice.example.',
  })
  .max(200)
  .nullable();

const contact = group(
  { phone: fact('contact', phone, {}), email: fact('contact', email, {}), web: fact('contact', web, {}) },
  { section: 'who', edit: 'at once', neutral: { phone: '555-555-0100', email: null, web: null } },
);

/** Who the therapist is, and how patients reach them. */
export const who = {
  name: text(80, {
    section: 'who',
    edit: 'after review',
    check: 'identity',
    neutral: '-',
    text: ownWords('name'),
  }),
  credentials: text(60, {
    section: 'who',
    edit: 'after review',
    check: 'identity',
    keepsCheck: true,
    neutral: '-',
    text: ownWords('name'),
  }),
  discipline: oneOf(disciplineIds, {
    section: 'who',
    edit: 'after review',
    check: 'identity',
    neutral: 'psychologist',
  }),
  npi: fact('line', z.string().refine(isNpi, 'This is not a valid NPI: check the ten digits.').nullable(), {
    section: 'who',
    mayBeEmpty: true,
    edit: 'after review',
    check: 'identity',
    neutral: null,
  }),
  pronouns: orNull(text(30, { section: 'who', mayBeEmpty: true, edit: removedOnly, neutral: null })),
  languages: someOf(
    languageIds,
    1,
    {
      section: 'who',
      edit: narrowedTo(1),
      neutral: ['en'],
      facet: listFacet('language', languageIds, (languages) => languages),
    },
    12,
  ),
  about: longText(2000, { section: 'who', edit: 'after review', neutral: '-', text: ownWords('about') }),
  contact: {
    ...contact,
    schema: contact.schema.refine(({ phone, email, web }) => phone ?? email ?? web, {
      message: 'Give at least one way to make contact: phone, e-mail or website.',
    }),
  },
} as const;
