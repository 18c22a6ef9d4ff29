import { dosePlaces, presences, roles, scopes } from '../../domain/five-questions.js';
import { programmes, trainingKinds } from '../../domain/reference/programmes.js';
import type { Choice } from '../../web/fields.js';
import { questions, trainingKindLabels } from '../../web/labels.js';
import type { Fields, Group, Shown } from '../form/groups.js';
import { offered } from '../form/picked.js';
import { programmeName, programmeNamed } from '../form/programme-named.js';
import type { ListShape } from '../form/rows.js';
import { yesNoChoices } from './yes-no-choices.js';

export const trainingList: ListShape = {
  name: 'training',
  fields: ['programme', 'pick', 'award', 'year', 'hours', 'kind', 'mentor'],
  preset: {},
  most: 12,
};

/** Said to a therapist; patients read the same facts from their own side. */
const scopeWords = {
  'in-session': 'I am with the patient during the session',
  'preparation-and-integration': 'Preparation and integration only',
};
const placeWords = {
  home: 'At the patient’s home',
  'therapist-office': 'In my office',
  'medical-clinic': 'In a medical clinic',
};
const presenceWords = { room: 'In the room', video: 'On video', phone: 'By phone' };
const roleWords = { silent: 'Present and silent', light: 'Lightly guiding', active: 'Actively facilitating' };
const choicesOf = <Id extends string>(ids: readonly Id[], words: Record<Id, string>) =>
  ids.map((id): Choice => [id, words[id]]);

/** What is asked about the five questions. */
export function answersGroups(f: Fields): readonly Group[] {
  return [training(f), caseload(f), scope(f), difficult(f), coordination(f)];
}

function training(f: Fields) {
  return f.group(
    'f-training',
    '1. Training',
    questions.training.why,
    'The program by its name, what it gave you, the year, and the hours. Lectures, own experience and supervised practice each in a row of its own.',
    [],
    f.list(trainingList, 'Training', (at) => ({
      hint: programmeHint(f.typed(`${at}.programme`)),
      fields: [
        f.text(`${at}.programme`, 'Program', {
          hint: 'Type its name, such as Fluence, Polaris or MAPS; or Apprenticeship.',
          list: 'programmes',
          maxlength: 120,
        }),
        ...choiceOfProgrammes(f, at),
        f.text(`${at}.award`, 'What it gave you', {
          hint: 'Such as Postgraduate Certificate.',
          maxlength: 120,
        }),
        f.text(`${at}.year`, 'Year', { inputmode: 'numeric', maxlength: 10 }),
        f.text(`${at}.hours`, 'Hours, if you know them', { inputmode: 'numeric', maxlength: 20 }),
        f.select(`${at}.kind`, 'What it was made of', choicesOf(trainingKinds, trainingKindLabels), {
          none: 'Choose one',
        }),
        f.text(`${at}.mentor`, 'With whom', {
          hint: 'The clinician of an apprenticeship, or the name of a program that is not on our list.',
          maxlength: 120,
        }),
      ],
    })),
  );
}

function choiceOfProgrammes(f: Fields, at: string): Shown[] {
  const text = f.typed(`${at}.programme`);
  if (f.message(`${at}.programme`) === '' || text.trim() === '') return [];
  const choices = offered(programmeNamed(text)).map(
    (id): Choice => [id, id === 'other' ? 'Another program, under the name I typed' : programmeName(id)],
  );
  return choices.length === 0 ? [] : [f.radios(`${at}.pick`, 'Which one do you mean?', choices)];
}

/** What somebody who fills in the form should know of the programme. */
function programmeHint(text: string): string {
  const found = programmeNamed(text);
  if (!('id' in found)) return '';
  const { note, caution } = programmes[found.id];
  return [note, caution && `Patients read beside it: ${caution}`].filter(Boolean).join(' ');
}

function caseload(f: Fields) {
  return f.group(
    'caseload',
    '2. Recent caseload',
    questions.caseload.why,
    'A number that you could show from your calendar. Never a name.',
    [
      f.text('caseload.patients', 'KAP patients in the last twelve months', {
        inputmode: 'numeric',
        maxlength: 20,
      }),
      f.text('caseload.asOf', 'Counted on', { hint: 'Month/day/year; empty means today.', maxlength: 30 }),
    ],
  );
}

function scope(f: Fields) {
  return f.group(
    'scope',
    '3. Scope',
    questions.scope.why,
    'What you do today, not what you are able to do.',
    [
      f.radios('scope', 'What do you do?', choicesOf(scopes, scopeWords)),
      f.ticks('presence', 'If you are with the patient: how?', choicesOf(presences, presenceWords)),
      f.radios('role', 'If you are with the patient: in which role?', [
        ...choicesOf(roles, roleWords),
        ['', 'I am not there during the dose'],
      ]),
      f.ticks('dosePlaces', 'Where is the dose taken?', choicesOf(dosePlaces, placeWords)),
      f.radios(
        'integrationWithin72h',
        'Do you promise an integration meeting within 72 hours of a dose?',
        yesNoChoices,
        {
          hint: 'Receptiveness is highest in the first one to three days; this meeting is the one most often skipped.',
        },
      ),
    ],
  );
}

function difficult(f: Fields) {
  const area = (part: string, label: string) =>
    f.area(`difficultMaterial.${part}`, label, { rows: 4, maxlength: 700 });
  return f.group(
    'difficult-material',
    '4. Difficult material',
    questions['difficult-material'].why,
    'What you do first, what you agreed on beforehand (touch, stopping), and when you call for medical help. Two or three sentences each.',
    [
      area('intenseEmotion', 'When emotion becomes intense'),
      area('somaticRelease', 'When the body reacts: shaking, tears, nausea'),
      area('flashbacks', 'When a flashback comes'),
    ],
  );
}

function coordination(f: Fields) {
  return f.group(
    'coordination',
    '5. Coordination',
    questions.coordination.why,
    'Who calls whom, after which events, and within what time. “No contact” is an honest answer, too.',
    [
      f.radios('coordination.withPrescriber', 'Are you in contact with the prescriber?', yesNoChoices),
      f.area('coordination.how', 'How, or why not', { rows: 4, maxlength: 700 }),
    ],
  );
}
