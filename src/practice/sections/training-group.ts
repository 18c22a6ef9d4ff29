import { programs, trainingKinds } from '../../domain/reference/programs.js';
import { programName, programNamed } from '../../search/program-named.js';
import type { Choice } from '../../web/fields.js';
import { trainingKindLabels } from '../../wording/labels.js';
import { questions } from '../../wording/questions.js';
import type { Fields, Shown } from '../form/groups.js';
import { offered } from '../form/picked.js';
import type { ListShape } from '../form/rows.js';

export const trainingList: ListShape = {
  name: 'training',
  fields: ['program', 'pick', 'award', 'year', 'hours', 'kind', 'mentor'],
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
      hint: programHint(f.typed(`${at}.program`)),
      fields: [
        f.text(`${at}.program`, 'Program', {
          hint: 'Type its name, such as Fluence, Polaris or MAPS; or Apprenticeship.',
          list: 'programs',
          maxlength: 120,
        }),
        ...choiceOfPrograms(f, at),
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

function choiceOfPrograms(f: Fields, at: string): Shown[] {
  const text = f.typed(`${at}.program`);
  if (f.message(`${at}.program`) === '' || text.trim() === '') return [];
  const choices = offered(programNamed(text)).map(
    (id): Choice => [id, id === 'other' ? 'Another program, under the name I typed' : programName(id)],
  );
  return choices.length === 0 ? [] : [f.radios(`${at}.pick`, 'Which one do you mean?', choices)];
}

/** What somebody who fills in the form should know of the program. */
function programHint(text: string): string {
  const found = programNamed(text);
  if (!('id' in found)) return '';
  const { note, caution } = programs[found.id];
  return [note, caution && `Patients read beside it: ${caution}`].filter(Boolean).join(' ');
}
