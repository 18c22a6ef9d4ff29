import { authoritySchema, bases } from '../../domain/authority.js';
import type { Draft } from '../../domain/draft.js';
import { type DisciplineId, disciplineIds } from '../../domain/reference/disciplines.js';
import { licenseTitles } from '../../domain/reference/license-titles.js';
import { isStateCode, stateCodes, states } from '../../domain/reference/states.js';
import type { Choice } from '../../web/fields.js';
import type { Fields } from '../form/groups.js';
import { leaf } from '../form/leaf.js';
import { DAY_WANTED, dayShown, dayTyped } from '../form/us-ways.js';
import type { FactList } from './list.js';
import { stateField } from './state-field.js';

const held = authoritySchema.shape;

const basisWords = {
  license: 'State license',
  'telehealth-registration': 'Registration for telehealth from another state',
  'counseling-compact': 'Counseling Compact privilege',
} as const;
const basisChoices = bases.map((basis): Choice => [basis, basisWords[basis]]);

/** Licenses, registrations and privileges. */
export const authority: FactList = {
  shape: {
    name: 'authority',
    fields: ['state', 'basis', 'type', 'number', 'expiresOn'],
    preset: { basis: 'license' },
    most: 60,
  },
  row: {
    state: leaf(held.state),
    basis: leaf(held.basis),
    type: leaf(held.type),
    number: leaf(held.number),
    expiresOn: leaf(held.expiresOn, { read: dayTyped, refused: DAY_WANTED }),
  },
  write: { expiresOn: dayShown },
  fields: (f, at, { written: { profile } }) => ({
    fields: [
      stateField(f, at),
      f.select(`${at}.basis`, 'Kind', basisChoices),
      f.text(`${at}.type`, 'Title', { hint: titleHint(f, at, profile), list: 'titles', maxlength: 60 }),
      f.text(`${at}.number`, 'Number', { maxlength: 40 }),
      f.text(`${at}.expiresOn`, 'Valid until', {
        hint: 'Month/day/year, such as 5/31/2027.',
        maxlength: 30,
      }),
    ],
  }),
  datalist: ({ written: { profile } }) => ({ id: 'titles', values: titlesOf(profile.discipline) }),
};

/** "In Florida usually LMHC.", once state and profession are known. */
function titleHint(f: Fields, at: string, { discipline }: Draft): string {
  const state = f.typed(`${at}.state`);
  if (!isStateCode(state) || discipline === undefined) return 'As on the license, such as LCSW.';
  return `In ${states[state].name} usually ${licenseTitles(state, discipline).join(' or ')}.`;
}

/** Titles under which the states license a profession; all titles while it is unknown. */
function titlesOf(discipline: DisciplineId | undefined): string[] {
  const known = discipline === undefined ? disciplineIds : [discipline];
  return [...new Set(known.flatMap((id) => stateCodes.flatMap((state) => licenseTitles(state, id))))].sort();
}
