import { bases } from '../../../src/domain/authority.js';
import { coveredParts } from '../../../src/domain/coverage.js';
import { oldWords } from '../../../src/domain/old-names.js';
import { dosePlaces, presences, roles, scopes } from '../../../src/domain/questions.js';
import { ageIds, ages } from '../../../src/domain/reference/ages.js';
import { focuses, focusIds } from '../../../src/domain/reference/focuses.js';
import { languageIds, languages } from '../../../src/domain/reference/languages.js';
import { lineIds, lines } from '../../../src/domain/reference/lines.js';
import { trainingKinds } from '../../../src/domain/reference/programs.js';
import { stateCodes, states } from '../../../src/domain/reference/states.js';
import { namesOf } from '../../../src/search/named.js';
import { factWords } from '../../../src/wording/facts.js';
import { type ChoicePath, choiceLabels } from '../../../src/wording/labels.js';
import { nameReader } from './named.js';

type Aliases<Id extends string> = Readonly<Partial<Record<Id, readonly string[]>>>;

/** A reader of ids that are words themselves, and of other words for them. */
function idReader<const Id extends string>(noun: string, ids: readonly Id[], aliases: Aliases<Id>) {
  const names = namesOf(ids.map((id) => [id, [id, ...(aliases[id] ?? [])]] as const));
  return nameReader({ noun, names, labels: (id) => id.replaceAll('-', ' '), examples: ids });
}

/** A reader of ids that have a label. */
function labelReader<const Id extends string>(
  noun: string,
  ids: readonly Id[],
  label: (id: Id) => string,
  aliases: Aliases<Id>,
) {
  const bare = (id: Id) => label(id).replace(/\s*\(.*\)$/, '');
  const names = namesOf(ids.map((id) => [id, [id, label(id), bare(id), ...(aliases[id] ?? [])]] as const));
  return nameReader({ noun, names, labels: label, examples: ids.slice(0, 6) });
}

/** A reader of a choice by its ids and labels, where people have no other words for them. */
export function readChoice(path: ChoicePath) {
  const labels: Readonly<Record<string, string>> = choiceLabels(path);
  const { label } = factWords[path];
  return labelReader(label.toLowerCase(), Object.keys(labels), (id) => labels[id]!, {});
}

/** `N.J.` is read as two words. */
const spelt = (code: string) => [...code].join('.');

export const readState = labelReader('state', stateCodes, (code) => states[code].name, {
  ...Object.fromEntries(stateCodes.map((code) => [code, [spelt(code)]])),
  DC: ['Washington DC', 'Washington D.C.', spelt('DC')],
});

export const readLanguage = labelReader('language', languageIds, (id) => languages[id].label, {
  ase: ['ASL', 'sign language'],
  zh: ['Mandarin', 'Chinese'],
  fa: ['Farsi', 'Dari', 'Persian'],
  ht: ['Creole', 'Kreyol'],
  tl: ['Filipino'],
  es: ['Español'],
});

export const readFocus = labelReader('focus', focusIds, (id) => focuses[id].label, {
  'treatment-resistant-depression': ['depression', 'trd', 'major depression'],
  ptsd: ['post traumatic stress', 'post traumatic stress disorder', 'trauma'],
  'complex-ptsd': ['cptsd', 'c ptsd', 'complex trauma'],
  'treatment-resistant-anxiety': ['anxiety'],
  'chronic-pain': ['pain'],
  'bipolar-depression': ['bipolar', 'bipolar disorder'],
  'eating-disorders': ['eating disorder', 'anorexia', 'bulimia'],
  'existential-distress': ['existential', 'end of life', 'death anxiety', 'life threatening illness'],
  grief: ['loss', 'bereavement'],
  ocd: ['obsessive compulsive disorder'],
  'postpartum-depression': ['postpartum', 'perinatal'],
  'relationship-trauma': ['relationships', 'relational trauma', 'attachment trauma'],
  'substance-use-recovery': ['substance use', 'addiction', 'recovery', 'substance abuse'],
});

export const readAge = labelReader('age group', ageIds, (id) => ages[id].label, {
  adolescents: ['teens', 'teenagers', 'youth', '13 17', '13 to 17'],
  adults: ['adult', '18 64', '18 to 64', '18', '18 and over'],
  'older-adults': ['older adult', 'seniors', 'elders', 'geriatric', '65', '65 and over'],
});

export const readLine = labelReader('kind of plan', lineIds, (id) => lines[id].label, {
  ...Object.fromEntries(lineIds.map((id) => [id, lines[id].aliases])),
  commercial: [...lines.commercial.aliases, 'employer', 'private', 'ppo', 'hmo', 'epo'],
});

export const readBasis = idReader('kind of authority', bases, {
  license: ['licensed', 'full license', 'state license', ...oldWords.license],
  'telehealth-registration': ['telehealth', 'registration', 'telehealth registered', 'registered'],
  'counseling-compact': ['compact', 'privilege', 'compact privilege', 'counselling compact'],
});

export const readCovers = idReader('part of a treatment', coveredParts, {
  'preparation-and-integration': [
    'preparation',
    'prep',
    'prep and integration',
    'prep integration',
    'therapy only',
  ],
  'dosing-session-too': ['dosing', 'dosing session', 'dosing too', 'everything', 'all'],
  ask: ['unknown', 'varies', 'depends', 'ask first'],
});

export const readKind = idReader('kind of training', trainingKinds, {
  didactic: ['lectures', 'course', 'coursework', 'online', 'classroom'],
  experiential: ['experience', 'retreat', 'immersion'],
  'supervised-practice': ['supervised', 'supervision', 'practicum', 'supervised hours'],
});

export const readScope = idReader('scope', scopes, {
  'in-session': ['dosing', 'dosing sessions', 'full', 'all', 'present', 'in the session', 'sits in'],
  'preparation-and-integration': [
    ...['prep and integration', 'prep integration', 'integration only', 'integration', 'p i', 'not present'],
  ],
});

export const readPresence = idReader('way to be present', presences, {
  room: ['in person', 'in room', 'in the room', 'on site', 'office'],
  video: ['zoom', 'telehealth', 'online', 'virtual', 'remote'],
  phone: ['telephone', 'call', 'by phone'],
});

export const readDosePlace = idReader('place', dosePlaces, {
  home: ['at home', 'patient home', 'patient s home', 'client home'],
  'therapist-office': ['office', 'my office', 'private office', 'therapist s office'],
  'medical-clinic': ['clinic', 'infusion clinic', 'hospital', 'medical office'],
});

export const readRole = idReader('role', roles, {
  silent: ['quiet', 'sitting'],
  light: ['light touch', 'minimal', 'some'],
  active: ['guiding', 'directive'],
});
