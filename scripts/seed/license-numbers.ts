import type { DisciplineId } from '../../src/domain/reference/disciplines.js';
import type { StateCode } from '../../src/domain/reference/states.js';
import type { Random } from './random.js';

type Pattern = Readonly<Record<DisciplineId, string>>;

/* Invented numbers in the manner of each board: # is any digit. The two dense states have their own look. */

const florida: Pattern = {
  psychologist: 'PY #####',
  'clinical-social-worker': 'SW #####',
  'marriage-family-therapist': 'MT ####',
  counselor: 'MH #####',
  psychiatrist: 'ME ######',
  'psychiatric-nurse-practitioner': 'APRN 110#####',
  'psychiatric-clinical-nurse-specialist': 'APRN 110#####',
};

const newJersey: Pattern = {
  psychologist: '35SI00####00',
  'clinical-social-worker': '44SC05####00',
  'marriage-family-therapist': '37FI00####00',
  counselor: '37PC00####00',
  psychiatrist: '25MA0#####00',
  'psychiatric-nurse-practitioner': '26NJ0#####00',
  'psychiatric-clinical-nurse-specialist': '26NJ0#####00',
};

const registrations: Pattern = {
  psychologist: 'TPPY####',
  'clinical-social-worker': 'TPSW####',
  'marriage-family-therapist': 'TPMF###',
  counselor: 'TPMC####',
  psychiatrist: 'TPME####',
  'psychiatric-nurse-practitioner': 'TPAP####',
  'psychiatric-clinical-nurse-specialist': 'TPAP####',
};

/** A license number as the board of `state` might have given it. */
export function licenseNumber(
  random: Random,
  state: StateCode,
  discipline: DisciplineId,
  title: string,
): string {
  if (state === 'FL') return fill(random, florida[discipline]);
  if (state === 'NJ') return fill(random, newJersey[discipline]);
  if (state === 'NY') return fill(random, '0#####-01');
  const prefix = discipline === 'psychologist' ? 'PSY' : title.replace(/[^A-Z]/g, '');
  const shapes = ['-#####', '.######', ' ####', '-######', ' #####'];
  return fill(random, `${prefix}${shapes[state.charCodeAt(0) % shapes.length]}`);
}

/** The number of a registration with Florida's register of out-of-state telehealth. */
export function registrationNumber(random: Random, discipline: DisciplineId): string {
  return fill(random, registrations[discipline]);
}

function fill(random: Random, pattern: string): string {
  return pattern.replace(/#/g, (_, at: number) => String(random.int(pattern[at - 1] === '#' ? 0 : 1, 9)));
}
