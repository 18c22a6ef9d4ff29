import type { PathOfKind, ValueOf } from '../../src/domain/profile-fields.js';
import { readDay } from './values/day.js';
import { byAnything, byCommas, bySemicolons, type Split, unlessWhole } from './values/lists.js';

interface Part {
  split: Split;
  help: string;
}

const part = (help: string, split: Split = byCommas): Part => ({ split, help });
const isDay = (text: string) => 'value' in readDay(text);

export type GroupName = PathOfKind<'rows'>;
/** One row of a list of a profile. */
export type ItemOf<G extends GroupName> = ValueOf<G>[number];

/** The lists of a profile, and the parts of one item, each of which has a column. */
export const groups = {
  authority: {
    state: part('NJ; NY', byAnything),
    number: part('the number of the license'),
    expiresOn: part('its last valid day: 5/31/27', unlessWhole(isDay)),
    type: part('its title, such as LCSW; the one that the state gives the profession where nothing is said'),
    basis: part('license (where nothing is said), telehealth-registration or counseling-compact'),
  },
  offices: {
    zip: part('the ZIP code; says city and state where they are not said'),
    city: part(''),
    state: part('', byAnything),
  },
  coverage: {
    payer: part('Aetna; BCBS; “Horizon commercial NJ” says plan and state as well'),
    state: part('the only state with a license or an office where nothing is said', byAnything),
    line: part(
      'the kind of plan: commercial, marketplace, Original Medicare, Medicare Advantage, Medicaid, TRICARE',
    ),
    covers: part('preparation-and-integration, dosing-session-too, or ask (where nothing is said)'),
  },
  training: {
    program: part('Fluence; Polaris; “other: its name” where it is on no list'),
    award: part('the only one that the program gives where nothing is said', bySemicolons),
    year: part(''),
    hours: part(''),
    kind: part(
      'didactic, experiential or supervised-practice; the only one the program has where nothing is said',
    ),
    mentor: part('the clinician of an apprenticeship', bySemicolons),
  },
} satisfies { [G in GroupName]: Record<keyof ItemOf<G>, Part> };

export const groupNames = Object.keys(groups) as GroupName[];
export const partsOf = (group: GroupName): Readonly<Record<string, Part>> => groups[group];
