import type { SeedProfile } from '../../src/demo/seed-therapist.js';
import type { FocusId } from '../../src/domain/reference/focuses.js';
import { languages } from '../../src/domain/reference/languages.js';
import { type StateCode, states } from '../../src/domain/reference/states.js';
import { parts } from './parts.js';
import type { Person } from './person.js';
import type { Random } from './random.js';

type Told = Pick<
  SeedProfile,
  | 'offices'
  | 'scope'
  | 'presence'
  | 'ages'
  | 'coordination'
  | 'alongsideOwnTherapist'
  | 'integrationWithin72h'
  | 'waitWeeks'
> & { focus: readonly FocusId[] };

const titleWords = {
  psychologist: 'psychologist',
  'clinical-social-worker': 'clinical social worker',
  'marriage-family-therapist': 'marriage and family therapist',
  counselor: 'counselor',
  psychiatrist: 'psychiatrist',
  'psychiatric-nurse-practitioner': 'psychiatric nurse practitioner',
  'psychiatric-clinical-nurse-specialist': 'psychiatric clinical nurse specialist',
} as const;

const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** What a therapist says of themselves: two short paragraphs that agree with the rest of the profile. */
export function makeAbout(random: Random, person: Person, home: StateCode, told: Told): string {
  const style = random.pick(Object.values(parts.styles));
  const focus = random.sample(told.focus, random.chance(0.55) ? 2 : 1);
  const first = [random.pick(openersFor(told)), ...focus.map((id) => random.pick(parts.focusSentences[id]))];
  const second = [random.pick(style), scopeSentence(random, told), ...languageSentence(random, person)];
  if (random.chance(0.3)) first.splice(1, 0, second.shift()!);
  const closings = random.sample(closingsFor(told), random.int(1, 2));
  const place = told.offices[0]?.city ?? states[home].name;
  return `${first.join(' ')}\n\n${[...second, ...closings].join(' ')}`
    .replaceAll('{place}', place)
    .replaceAll('{years}', String(person.years))
    .replaceAll('{title}', titleWords[person.discipline]);
}

function openersFor({ offices, ages, coordination }: Told): string[] {
  const { anyone, withOffice, adultsOnly, withPrescriber } = parts.openers;
  return [
    ...anyone,
    ...(offices.length > 0 ? withOffice : []),
    ...(ages.includes('adolescents') ? [] : adultsOnly),
    ...(coordination.withPrescriber ? withPrescriber : []),
  ];
}

function scopeSentence(random: Random, { scope, presence }: Told): string {
  const about = scope === 'in-session' ? (presence[0] ?? 'video') : scope;
  return random.pick(parts.scopeSentences[about]);
}

function languageSentence(random: Random, person: Person): string[] {
  const others = person.languages.filter((id) => id !== 'en').map((id) => languages[id].label);
  if (others.length === 0) return [];
  const named = list.format(others);
  return [
    random.pick([
      `I also work in ${named}.`,
      `Sessions are possible in ${named}.`,
      `You are welcome to speak ${named} with me.`,
    ]),
  ];
}

function closingsFor(told: Told): string[] {
  const { anyone, withOffice, withPrescriber, within72h, alongside, shortWait } = parts.closings;
  return [
    ...anyone,
    ...(told.offices.length > 0 ? withOffice : []),
    ...(told.coordination.withPrescriber ? withPrescriber : []),
    ...(told.integrationWithin72h ? within72h : []),
    ...(told.alongsideOwnTherapist ? alongside : []),
    ...(told.waitWeeks !== null && told.waitWeeks <= 2 ? shortWait : []),
  ];
}
