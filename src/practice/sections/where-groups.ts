import { bases } from '../../domain/authority.js';
import type { Draft } from '../../domain/draft.js';
import { disciplines } from '../../domain/reference/disciplines.js';
import { licenseTitles } from '../../domain/reference/license-titles.js';
import { isStateCode, states } from '../../domain/reference/states.js';
import type { Choice } from '../../web/fields.js';
import type { Fields, Group } from '../form/groups.js';
import type { About } from './section.js';
import { stateChoices } from './state-choices.js';
import { authorityList, officeList } from './where-lists.js';

const basisWords = {
  license: 'State license',
  'telehealth-registration': 'Registration for telehealth from another state',
  'counseling-compact': 'Counseling Compact privilege',
} as const;
const basisChoices = bases.map((basis): Choice => [basis, basisWords[basis]]);

/** What is asked about where somebody may treat. */
export function whereGroups(f: Fields, { written: { profile } }: About): readonly Group[] {
  const { discipline } = profile;
  const maybePsypact =
    discipline === undefined || disciplines[discipline].psypactEligible || f.typed('psypact.apit') !== '';
  return [
    licenses(f, profile),
    ...(maybePsypact ? [psypact(f)] : []),
    f.group(
      'telehealth',
      'Telehealth',
      'In person you can treat where you have an office; by telehealth wherever your license, or PSYPACT, reaches.',
      '',
      [
        f.radios('telehealth', 'Do you treat by video or phone?', [
          ['yes', 'Yes'],
          ['no', 'No, in person only'],
        ]),
      ],
    ),
    offices(f),
  ];
}

function licenses(f: Fields, profile: Draft) {
  return f.group(
    'f-authority',
    'Licenses',
    'A patient is shown to nobody who may not treat them. Only what we verified counts in the search.',
    'Each state’s license by itself, with the number as the board writes it and the day on which it ends.',
    [],
    f.list(authorityList, 'License', (at) => ({
      fields: [
        f.select(`${at}.state`, 'State', stateChoices, { none: 'Choose a state' }),
        f.select(`${at}.basis`, 'Kind', basisChoices),
        f.text(`${at}.type`, 'Title', { hint: titleHint(f, at, profile), list: 'titles', maxlength: 60 }),
        f.text(`${at}.number`, 'Number', { maxlength: 40 }),
        f.text(`${at}.expiresOn`, 'Valid until', {
          hint: 'Month/day/year, such as 5/31/2027.',
          maxlength: 30,
        }),
      ],
    })),
  );
}

function psypact(f: Fields) {
  return f.group(
    'psypact',
    'PSYPACT, for psychologists',
    'With an APIT you may treat by telehealth in every member state, as long as your home license lives.',
    'Number and last day from your PSYPACT account, which you renew every year; nothing if you have none.',
    [
      f.text('psypact.apit', 'APIT number', { maxlength: 40 }),
      f.select('psypact.homeState', 'Home state', stateChoices, { none: 'Choose a state' }),
      f.text('psypact.expiresOn', 'Valid until', { hint: 'Month/day/year.', maxlength: 30 }),
    ],
  );
}

function offices(f: Fields) {
  return f.group(
    'f-offices',
    'Offices',
    'Patients search by distance. We show city and ZIP code, never the street.',
    'Only rooms in which you really see KAP patients. None is fine if you treat by telehealth.',
    [],
    f.list(officeList, 'Office', (at) => ({
      fields: [
        f.text(`${at}.zip`, 'ZIP code', { inputmode: 'numeric', autocomplete: 'off', maxlength: 10 }),
        f.text(`${at}.city`, 'City', { hint: 'Empty: we take it from the ZIP code.', maxlength: 60 }),
        f.select(`${at}.state`, 'State', stateChoices, { none: 'As the ZIP code says' }),
      ],
    })),
  );
}

/** "In Florida usually LMHC.", as far as state and profession are known. */
function titleHint(f: Fields, at: string, { discipline }: Draft): string {
  const state = f.typed(`${at}.state`);
  if (!isStateCode(state) || discipline === undefined) return 'As on the license, such as LCSW.';
  return `In ${states[state].name} usually ${licenseTitles(state, discipline).join(' or ')}.`;
}
