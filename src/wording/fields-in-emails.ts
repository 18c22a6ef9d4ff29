import { PSYPACT_SUBJECT } from '../domain/authority.js';
import type { PersonCheck } from '../domain/profile-fields/checks.js';
import { type Field, fieldNames, fieldsOfCheck } from '../domain/profile-fields.js';
import { questionIds } from '../domain/questions.js';
import { isStateCode, states } from '../domain/reference/states.js';
import { fieldWords } from './facts.js';
import { oneLine } from './one-line.js';

/** What is checked, or belongs to the draft, and is no field of the profile. */
const others: Readonly<Record<PersonCheck | 'evidence' | 'supervisor', string>> = {
  identity: 'your identity',
  standing: 'your standing',
  malpractice: 'your malpractice cover',
  references: 'your references',
  evidence: 'your evidence',
  supervisor: 'your supervisor',
};

/** A path of the profile, or the subject of a finding, in words. */
export function fieldInWords(path: string): string {
  if (path.startsWith('authority:')) return authorityInWords(path);
  const [name = ''] = path.split('.');
  const field = fieldNamed(name);
  if (field !== undefined) return fieldWords[field].email;
  return Object.hasOwn(others, name)
    ? others[name as keyof typeof others]
    : oneLine(path.replace(/[._-]+/g, ' '), 60);
}

/** The field of this name, or the first that answers the question of this name. */
function fieldNamed(name: string): Field | undefined {
  const asked = (questionIds as readonly string[]).includes(name) ? fieldsOfCheck(name)[0] : undefined;
  return fieldNames.find((field) => field === name) ?? asked;
}

/** "your authority in New Jersey"; of a subject such as `authority:license:NJ:LCSW`, or of a state alone. */
export function authorityInWords(subject: string | undefined): string {
  if (subject === PSYPACT_SUBJECT) return 'your PSYPACT authority';
  const state = (subject ?? '').split(':').find(isStateCode);
  return state === undefined ? 'a license of yours' : `your authority in ${states[state].name}`;
}
