import type { Day } from '../domain/calendar.js';
import type { Draft } from '../domain/draft.js';
import type { DosePlace, Presence, Role, Scope } from '../domain/questions.js';
import { disciplines } from '../domain/reference/disciplines.js';
import { focuses } from '../domain/reference/focuses.js';
import { languages } from '../domain/reference/languages.js';
import { dayLabel } from '../wording/dates.js';
import { ageLabels, presenceLabels, roleLabels } from '../wording/labels.js';
import { dollars } from '../wording/numbers.js';
import { authorityWords, coverageWords, officeWords } from '../wording/rows.js';
import { trainingWords } from '../wording/training.js';

/** How one part of a profile is read: its label, and its value as lines of text. */
interface Fact {
  label: string;
  words(value: never): readonly string[];
}

const fact = <T>(label: string, words: (value: T) => readonly string[]): Fact => ({ label, words });
const text = (label: string) => fact(label, (value: string) => value.split(/\n+/));
const yesNo = (label: string) => fact(label, (value: boolean) => [value ? 'Yes' : 'No']);
const money = (label: string) => fact(label, (value: number) => [dollars(value)]);
const each = <T>(label: string, words: (item: T) => string) =>
  fact(label, (items: readonly T[]) => items.map(words));
const day = (label: string) => fact(label, (value: Day) => [dayLabel(value)]);
const among = (label: string, labels: Readonly<Record<string, { label: string }>>) =>
  each(label, (id: string) => labels[id]?.label ?? id);

/** A reviewer reads of somebody, and is not spoken to. */
const scopes: Record<Scope, string> = {
  'in-session': 'With the patient during the session',
  'preparation-and-integration': 'Preparation and integration only',
};
const places: Record<DosePlace, string> = {
  home: 'The patient’s home',
  'therapist-office': 'The therapist’s office',
  'medical-clinic': 'A medical clinic',
};

/** Every part of a profile by its path, in the order in which it is read. */
const facts: Readonly<Record<string, Fact>> = {
  name: text('Name'),
  credentials: text('Credentials'),
  discipline: fact('Discipline', (id: keyof typeof disciplines) => [disciplines[id].label]),
  npi: text('NPI'),
  pronouns: text('Pronouns'),
  languages: among('Languages', languages),
  about: text('In their own words'),
  'contact.phone': text('Phone'),
  'contact.email': text('E-mail for patients'),
  'contact.web': text('Website'),
  authority: each('Licenses, registrations, privileges', authorityWords),
  'psypact.apit': text('PSYPACT: APIT'),
  'psypact.homeState': text('PSYPACT: home state'),
  'psypact.expiresOn': day('PSYPACT: valid until'),
  offices: each('Offices', officeWords),
  telehealth: yesNo('Telehealth'),
  coverage: each('Insurance', coverageWords),
  'fees.hourly': money('Fee for an hour'),
  'fees.packagePerSession': money('Package for a session'),
  'fees.slidingScale': yesNo('Sliding scale'),
  'fees.superbill': yesNo('Superbill'),
  'fees.hsaFsa': yesNo('HSA and FSA cards'),
  training: each('Training', trainingWords),
  'caseload.patients': fact('KAP patients in twelve months', (count: number) => [String(count)]),
  'caseload.asOf': day('Counted on'),
  scope: fact('Scope', (id: Scope) => [scopes[id]]),
  presence: each('Present', (id: Presence) => presenceLabels[id]),
  dosePlaces: each('Where the dose is taken', (id: DosePlace) => places[id]),
  role: fact('Role in the session', (id: Role) => [roleLabels[id]]),
  integrationWithin72h: yesNo('Integration within 72 hours'),
  'difficultMaterial.intenseEmotion': text('Intense emotion'),
  'difficultMaterial.somaticRelease': text('Somatic release'),
  'difficultMaterial.flashbacks': text('Flashbacks'),
  'coordination.withPrescriber': yesNo('In contact with the prescriber'),
  'coordination.how': text('How'),
  focus: among('Focus', focuses),
  ages: each('Ages', (id: keyof typeof ageLabels) => ageLabels[id]),
  alongsideOwnTherapist: yesNo('Works alongside the patient’s own therapist'),
  accepting: yesNo('Accepting new patients'),
  waitWeeks: fact('Usual wait in weeks', (count: number) => [String(count)]),
};

export interface FactRow {
  field: string;
  label: string;
  /** Empty where nothing was given. */
  lines: readonly string[];
}

/** The part at `path` of a profile or of one of its groups, or everything in the group that it names. */
export function factRows(path: string, value: unknown): FactRow[] {
  const own = facts[path];
  if (own !== undefined) return [{ field: path, label: own.label, lines: linesOf(own, value) }];
  const group = (value ?? {}) as Record<string, unknown>;
  return Object.entries(facts)
    .filter(([name]) => name.startsWith(`${path}.`))
    .map(([name, { label, words }]) => ({
      field: name,
      label,
      lines: linesOf({ label, words }, group[name.slice(path.length + 1)]),
    }));
}

/** Everything that a profile says, for reading. */
export function allFacts(profile: Draft): FactRow[] {
  const fields = new Set(Object.keys(facts).map((path) => path.split('.')[0]!));
  return [...fields].flatMap((field) => factRows(field, profile[field as keyof Draft]));
}

/** What a path, or the field that it leads into, is called. */
export function factLabel(path: string): string | null {
  const inGroup = Object.keys(facts).find((name) => name.startsWith(`${path}.`));
  return facts[path]?.label ?? groupLabels[path] ?? (inGroup === undefined ? null : facts[inGroup]!.label);
}

const groupLabels: Readonly<Record<string, string>> = {
  contact: 'Contact',
  psypact: 'PSYPACT',
  fees: 'Fees',
  caseload: 'Caseload',
  difficultMaterial: 'Difficult material',
  coordination: 'Coordination',
};

function linesOf({ words }: Fact, value: unknown): readonly string[] {
  return value === undefined || value === null ? [] : words(value as never);
}
