import { PSYPACT_SUBJECT } from '../domain/authority.js';
import type { CheckId } from '../domain/profile-fields/checks.js';
import type { Field } from '../domain/profile-fields.js';
import { isStateCode, states } from '../domain/reference/states.js';
import { checkWords } from './checks.js';
import { fieldWords } from './facts.js';
import { oneLine } from './one-line.js';

/** What belongs to the draft, and is neither a field nor checked. */
const others: Readonly<Record<string, { email: string }>> = {
  evidence: { email: 'your evidence' },
  supervisor: { email: 'your supervisor' },
};

/** A path of the profile, or the subject of a finding, in words. */
export function fieldInWords(path: string): string {
  if (path.startsWith('authority:')) return authorityInWords(path);
  const [name = ''] = path.split('.');
  const words: { email: string } | undefined =
    fieldWords[name as Field] ?? checkWords[name as CheckId] ?? others[name];
  return words?.email ?? oneLine(path.replace(/[._-]+/g, ' '), 60);
}

/** "your authority in New Jersey"; of a subject such as `authority:license:NJ:LCSW`, or of a state alone. */
export function authorityInWords(subject: string | undefined): string {
  if (subject === PSYPACT_SUBJECT) return 'your PSYPACT authority';
  const state = (subject ?? '').split(':').find(isStateCode);
  return state === undefined ? 'a license of yours' : `your authority in ${states[state].name}`;
}
