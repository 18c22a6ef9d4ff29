import { dosePlaces, presences, roles, scopes } from '../../domain/questions.js';
import type { Choice } from '../../web/fields.js';
import { presenceLabels, roleLabels } from '../../wording/labels.js';
import { questions } from '../../wording/questions.js';
import type { Fields, Group } from '../form/groups.js';
import { trainingGroup } from './training-group.js';
import { yesNoChoices } from './yes-no-choices.js';

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
const choicesOf = <Id extends string>(ids: readonly Id[], words: Record<Id, string>) =>
  ids.map((id): Choice => [id, words[id]]);

/** What is asked about the five questions. */
export function answersGroups(f: Fields): readonly Group[] {
  return [trainingGroup(f), caseload(f), scope(f), difficult(f), coordination(f)];
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
      f.ticks('presence', 'If you are with the patient: how?', choicesOf(presences, presenceLabels)),
      f.radios('role', 'If you are with the patient: in which role?', [
        ...choicesOf(roles, roleLabels),
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
