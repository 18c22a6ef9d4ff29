import { mayHold } from '../../domain/authority.js';
import type { Draft } from '../../domain/draft.js';
import { disciplines } from '../../domain/reference/disciplines.js';
import { states } from '../../domain/reference/states.js';
import { zipPlace } from '../../domain/reference/zip-codes.js';
import type { Fields } from '../form/groups.js';
import { factSection } from './fact-section.js';
import type { About } from './section.js';

export const where = factSection({
  id: 'where',
  title: 'Where you may treat',
  lead: 'The license must cover the state where the patient is. We check each one with its board.',
  groups: [
    {
      id: 'authority',
      title: 'Licenses',
      why: 'A patient is shown to nobody who may not treat them. Only what we verified counts in the search.',
      good: 'Each state’s license by itself, with the number as the board writes it and the day on which it ends.',
      facts: ['authority'],
    },
    {
      id: 'psypact',
      title: 'PSYPACT, for psychologists',
      why: 'With an APIT you may treat by telehealth in every member state, as long as your home license lives.',
      good: 'Number and last day from your PSYPACT account, which you renew every year; nothing if you have none.',
      facts: ['psypact.apit', 'psypact.homeState', 'psypact.expiresOn'],
      isAsked: mayHavePsypact,
    },
    {
      id: 'telehealth',
      title: 'Telehealth',
      why: 'In person you can treat where you have an office; by telehealth wherever your license, or PSYPACT, reaches.',
      good: '',
      facts: ['telehealth'],
    },
    {
      id: 'offices',
      title: 'Offices',
      why: 'Patients search by distance. We show city and ZIP code, never the street.',
      good: 'Only rooms in which you really see KAP patients. None is fine if you treat by telehealth.',
      facts: ['offices'],
    },
  ],
  against: (said, { written }) => new Map([...lawOf(written.profile, said), ...placesOf(said)]),
});

/** PSYPACT is for psychologists. Others see it only when they typed something, with the reason why it cannot stay. */
function mayHavePsypact(f: Fields, { written }: About): boolean {
  const { discipline } = written.profile;
  return (
    discipline === undefined || disciplines[discipline].psypactEligible || f.typed('psypact.apit') !== ''
  );
}

/** What a state or compact does not grant to the profession, once it is known. */
function lawOf({ discipline }: Draft, { authority = [], psypact }: Draft): Map<string, string> {
  const messages = new Map<string, string>();
  if (discipline === undefined) return messages;
  authority.forEach((one, at) => {
    if (!mayHold(discipline, one))
      messages.set(
        `authority.${at}.basis`,
        `${states[one.state].name} does not grant this to your profession.`,
      );
  });
  if (psypact && !disciplines[discipline].psypactEligible)
    messages.set('psypact.apit', 'PSYPACT is for psychologists only.');
  return messages;
}

/** Offices whose ZIP code is in another state. */
function placesOf({ offices = [] }: Draft): Map<string, string> {
  const messages = new Map<string, string>();
  offices.forEach(({ zip, state }, at) => {
    const place = zipPlace(zip);
    if (place !== null && place.state !== state)
      messages.set(`offices.${at}.zip`, `${zip} is in ${states[place.state].name}.`);
  });
  return messages;
}
