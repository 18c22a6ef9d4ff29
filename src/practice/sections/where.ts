import { z } from 'zod';
import { authoritySchema, mayHold, psypactSchema } from '../../domain/authority.js';
import type { Draft } from '../../domain/draft.js';
import { officeSchema, profileSchema } from '../../domain/profile.js';
import { disciplines } from '../../domain/reference/disciplines.js';
import { states } from '../../domain/reference/states.js';
import { zipPlace } from '../../domain/reference/zip-codes.js';
import { formObject } from '../../web/form-object.js';
import { group, groupOrNone, leaf, rows, yesOrNo } from '../form/leaf.js';
import { readWith } from '../form/read-form.js';
import { DAY_WANTED, dayShown, dayTyped, zipTyped } from '../form/us-ways.js';
import { pairsOf, type Reading, type Section, yesNo } from './section.js';
import { whereGroups } from './where-groups.js';
import { authorityList, officeList } from './where-lists.js';

const held = authoritySchema.shape;
const pact = psypactSchema.shape;
const office = officeSchema.shape;

const schema = group({
  authority: rows(
    {
      state: leaf(held.state),
      basis: leaf(held.basis),
      type: leaf(held.type),
      number: leaf(held.number),
      expiresOn: leaf(held.expiresOn, { read: dayTyped, refused: DAY_WANTED }),
    },
    profileSchema.shape.authority,
  ),
  psypact: groupOrNone(
    {
      apit: leaf(pact.apit, { blank: undefined, mayBeAbsent: true }),
      homeState: leaf(pact.homeState, { blank: undefined, mayBeAbsent: true }),
      expiresOn: leaf(pact.expiresOn, {
        blank: undefined,
        mayBeAbsent: true,
        read: dayTyped,
        refused: DAY_WANTED,
      }),
    },
    // Of the day only its absence is left to say: what was typed has been read.
    psypactSchema.extend({ expiresOn: z.string(DAY_WANTED) }),
  ),
  offices: rows(
    { zip: leaf(office.zip, { read: zipTyped }), city: leaf(office.city), state: leaf(office.state) },
    profileSchema.shape.offices,
  ),
  telehealth: yesOrNo(),
});

export const where: Section = {
  id: 'where',
  title: 'Where you may treat',
  lead: 'The license must cover the state where the patient is. We check each one with its board.',
  names: () => ['psypact.apit', 'psypact.homeState', 'psypact.expiresOn', 'telehealth'],
  lists: [authorityList, officeList],
  fill({ written: { profile } }) {
    const { authority, psypact, offices, telehealth } = profile;
    const days = { 'authority.expiresOn': dayShown, 'psypact.expiresOn': dayShown, telehealth: yesNo };
    return pairsOf({ authority, psypact, offices, telehealth }, days);
  },
  read(form, { written }): Reading {
    const read = readWith(schema, withPlaces(form));
    const against = 'said' in read ? lawOf(written.profile, read.said) : new Map();
    if ('messages' in read) return read;
    return against.size > 0 ? { messages: against } : { save: { patch: read.said } };
  },
  groups: whereGroups,
};

/** The form with city and state beside a ZIP code of which the post office knows them. */
function withPlaces(form: URLSearchParams): Record<string, unknown> {
  const tree = formObject(form) as { offices?: Record<string, string[]>[] };
  const offices = (tree.offices ?? []).map((row) => {
    const place = zipPlace(zipTyped(row.zip?.[0] ?? ''));
    if (place === null) return row;
    const or = (typed: string[] | undefined, known: string) =>
      typed?.join('').trim() === '' ? [known] : typed;
    return { ...row, city: or(row.city, place.city), state: or(row.state, place.state) };
  });
  return { ...tree, ...(tree.offices && { offices }) };
}

/** What the law of a state or a compact does not grant, as far as the profession is known; and places that are elsewhere. */
function lawOf({ discipline }: Draft, said: z.output<typeof schema>): Map<string, string> {
  const messages = new Map<string, string>();
  said.authority.forEach((one, at) => {
    if (discipline !== undefined && !mayHold(discipline, one))
      messages.set(
        `authority.${at}.basis`,
        `${states[one.state].name} does not grant this to your profession.`,
      );
  });
  if (discipline !== undefined && said.psypact !== null && !disciplines[discipline].psypactEligible)
    messages.set('psypact.apit', 'PSYPACT is for psychologists only.');
  said.offices.forEach(({ zip, state }, at) => {
    const place = zipPlace(zip);
    if (place !== null && place.state !== state)
      messages.set(`offices.${at}.zip`, `${zip} is in ${states[place.state].name}.`);
  });
  return messages;
}
