import { addDays, type Day } from '../../src/domain/calendar.js';
import type { Profile } from '../../src/domain/profile.js';

/** A counselor in Newark with one license, one network and nothing unusual. Dates are reckoned from `today`. */
export function plainProfile(today: Day): Profile {
  return {
    name: 'Rowan Ellery',
    credentials: 'MA, LPC',
    discipline: 'counselor',
    npi: null,
    pronouns: null,
    languages: ['en'],
    about: 'I work with people for whom two or more treatments of depression have not helped.',
    contact: { phone: '973-555-0142', email: null, web: null },
    authority: [
      { state: 'NJ', basis: 'license', type: 'LPC', number: '37PC00123400', expiresOn: addDays(today, 365) },
    ],
    psypact: null,
    offices: [{ city: 'Newark', state: 'NJ', zip: '07102' }],
    telehealth: true,
    coverage: [
      { state: 'NJ', payer: 'horizon-bcbsnj', line: 'commercial', covers: 'preparation-and-integration' },
    ],
    fees: { hourly: 220, packagePerSession: 700, slidingScale: false, superbill: true, hsaFsa: true },
    training: [
      {
        program: 'fluence',
        award: 'Postgraduate Certificate in KAP',
        year: 2023,
        hours: 125,
        kind: 'didactic',
        mentor: null,
      },
    ],
    caseload: { patients: 24, asOf: addDays(today, -30) },
    scope: 'in-session',
    presence: ['room', 'video'],
    dosePlaces: ['therapist-office', 'home'],
    role: 'light',
    integrationWithin72h: true,
    difficultMaterial: {
      intenseEmotion: 'I stay close, slow everything down and name what I see.',
      somaticRelease: 'Shaking and tears are welcome; we agree on touch beforehand.',
      flashbacks: 'I bring the person back to the room first, and we return to it in integration.',
    },
    coordination: {
      withPrescriber: true,
      how: 'A call before the first dose and a note after each session.',
    },
    focus: ['treatment-resistant-depression'],
    ages: ['adults'],
    alongsideOwnTherapist: true,
    accepting: true,
    waitWeeks: 2,
  };
}
