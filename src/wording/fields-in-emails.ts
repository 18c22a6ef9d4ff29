import { PSYPACT_SUBJECT } from '../domain/authority.js';
import { isStateCode, states } from '../domain/reference/states.js';
import { oneLine } from '../emails/plain-text.js';

/** What a therapist calls the parts of a profile, and what is checked. */
const names: Readonly<Record<string, string>> = {
  name: 'your name',
  credentials: 'your credentials',
  discipline: 'your discipline',
  npi: 'your NPI',
  pronouns: 'your pronouns',
  languages: 'your languages',
  about: 'the text about you',
  contact: 'how to reach you',
  authority: 'your licenses',
  psypact: 'PSYPACT',
  offices: 'your offices',
  telehealth: 'telehealth',
  coverage: 'your insurance networks',
  fees: 'your fees',
  training: 'your training',
  caseload: 'your recent caseload',
  scope: 'the scope of your work',
  presence: 'how you are present',
  dosePlaces: 'where the dose is taken',
  role: 'your role during a session',
  integrationWithin72h: 'integration within 72 hours',
  difficultMaterial: 'how you work with difficult material',
  'difficult-material': 'how you work with difficult material',
  coordination: 'your contact with the prescriber',
  focus: 'what you treat',
  ages: 'whom you treat',
  alongsideOwnTherapist: 'work beside the patient’s own therapist',
  accepting: 'whether you take new patients',
  waitWeeks: 'the usual wait',
  identity: 'your identity',
  standing: 'your standing',
  malpractice: 'your malpractice cover',
  references: 'your references',
  evidence: 'your evidence',
  supervisor: 'your supervisor',
};

/** A path of the profile, or the subject of a finding, in words. */
export function fieldInWords(field: string): string {
  if (field.startsWith('authority:')) return authorityInWords(field);
  const [first = ''] = field.split('.');
  return names[first] ?? oneLine(field.replace(/[._-]+/g, ' '), 60);
}

/** "your authority in New Jersey"; of a subject such as `authority:license:NJ:LCSW`, or of a state alone. */
export function authorityInWords(subject: string | undefined): string {
  if (subject === PSYPACT_SUBJECT) return 'your PSYPACT authority';
  const state = (subject ?? '').split(':').find(isStateCode);
  return state === undefined ? 'a license of yours' : `your authority in ${states[state].name}`;
}
