import { programmes, trainingKinds } from '../../domain/reference/programmes.js';
import { programmeName, programmeNamed } from '../../search/programme-named.js';
import type { Choice } from '../../web/fields.js';
import { questions, trainingKindLabels } from '../../web/labels.js';
import type { Fields, Shown } from '../form/groups.js';
import { offered } from '../form/picked.js';
import type { ListShape } from '../form/rows.js';

export const trainingList: ListShape = {
  name: 'training',
  fields: ['programme', 'pick', 'award', 'year', 'hours', 'kind', 'mentor'],
  preset: {},
  most: 12,
};

const kindChoices = trainingKinds.map((kind): Choice => [kind, trainingKindLabels[kind]]);

/** What is asked about trainings. */
export function trainingGroup(f: Fields) {
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
        f.select(`${at}.kind`, 'What it was made of', kindChoices, {
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
