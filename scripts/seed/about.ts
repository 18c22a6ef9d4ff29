import type { SeedProfile } from '../../src/demo/seed-therapist.js';
import type { FocusId } from '../../src/domain/reference/focuses.js';
import { languages } from '../../src/domain/reference/languages.js';
import { type StateCode, states } from '../../src/domain/reference/states.js';
import { hasPartner } from './answers.js';
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

/** The text about a therapist: two short paragraphs that agree with the rest of the profile. */
export function makeAbout(random: Random, person: Person, home: StateCode, told: Told): string {
  // A therapist who works without a prescriber, or prescribes, does not mention "your prescriber".
  const partner = hasPartner(told.coordination);
  const pick = (all: readonly string[]) =>
    random.pick(all.filter((text) => partner || !/prescriber|psychiatrist/.test(text)));
  const focus = random.sample(told.focus, random.chance(0.55) ? 2 : 1);
  const first = [pick(openersFor(told)), ...focus.map((id) => pick(parts.focusSentences[id]))];
  const second = [
    pick(random.pick(Object.values(parts.styles))),
    pick(scopeSentences(told)),
    ...languageSentence(random, person),
  ];
  if (random.chance(0.3)) first.splice(1, 0, second.shift()!);
  const closings = new Set(Array.from({ length: random.int(1, 2) }, () => pick(closingsFor(told))));
  const place = told.offices[0]?.city ?? states[home].name;
  return `${first.join(' ')}\n\n${[...second, ...closings].join(' ')}`
    .replaceAll('{place}', place)
    .replaceAll('{years}', String(person.years))
    .replaceAll('{title}', titleWords[person.discipline]);
}

/** Every sentence of the groups that hold for this person. */
function gather(groups: readonly (readonly [readonly string[], boolean])[]): string[] {
  return groups.flatMap(([sentences, holds]) => (holds ? sentences : []));
}

function openersFor(told: Told): string[] {
  const { anyone, withOffice, adultsOnly, withPrescriber, shortWait } = parts.openers;
  return gather([
    [anyone, true],
    [withOffice, told.offices.length > 0],
    [adultsOnly, !told.ages.includes('adolescents')],
    [withPrescriber, told.coordination.withPrescriber],
    [shortWait, hasShortWait(told)],
  ]);
}

function closingsFor(told: Told): string[] {
  const { anyone, withOffice, withPrescriber, within72h, alongside, shortWait } = parts.closings;
  return gather([
    [anyone, true],
    [withOffice, told.offices.length > 0],
    [withPrescriber, told.coordination.withPrescriber],
    [within72h, told.integrationWithin72h],
    [alongside, told.alongsideOwnTherapist],
    [shortWait, hasShortWait(told)],
  ]);
}

function hasShortWait({ waitWeeks }: Told): boolean {
  return waitWeeks !== null && waitWeeks <= 2;
}

function scopeSentences({ scope, presence }: Told): readonly string[] {
  return parts.scopeSentences[scope === 'in-session' ? (presence[0] ?? 'video') : scope];
}

function languageSentence(random: Random, person: Person): string[] {
  const others = person.languages.filter((id) => id !== 'en').map((id) => languages[id].label);
  if (others.length === 0) return [];
  const named = list.format(others);
  // Nobody speaks a sign language.
  const spoken = person.languages.includes('ase') ? [] : [`You are welcome to speak ${named} with me.`];
  return [random.pick([`I also work in ${named}.`, `Sessions are possible in ${named}.`, ...spoken])];
}
