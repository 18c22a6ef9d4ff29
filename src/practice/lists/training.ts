import { trainingSchema } from '../../domain/questions.js';
import { type ProgramId, programIds, programs, trainingKinds } from '../../domain/reference/programs.js';
import { programName, programNamed } from '../../search/program-named.js';
import type { Choice } from '../../web/fields.js';
import { trainingKindLabels } from '../../wording/labels.js';
import type { Fields, Shown } from '../form/groups.js';
import { leaf } from '../form/leaf.js';
import { programMessage } from '../form/name-messages.js';
import { offered, withNames } from '../form/picked.js';
import { mapRows, type Row } from '../form/read-form.js';
import { wholeTyped } from '../form/us-ways.js';
import type { FactList } from './list.js';

const { program, award, year, hours, kind, mentor } = trainingSchema.shape;
const kindChoices = trainingKinds.map((id): Choice => [id, trainingKindLabels[id]]);

export const training: FactList = {
  shape: {
    name: 'training',
    fields: ['program', 'pick', 'award', 'year', 'hours', 'kind', 'mentor'],
    preset: {},
    most: 12,
  },
  row: {
    program: leaf(program),
    award: leaf(award),
    year: leaf(year, { read: wholeTyped }),
    hours: leaf(hours, { blank: null, read: wholeTyped }),
    kind: leaf(kind),
    mentor: leaf(mentor, { blank: null }),
  },
  write: { program: (id: ProgramId) => programName(id) },
  understand: (tree) =>
    withNames<ProgramId>(mapRows(tree, 'training', withMentor), {
      list: 'training',
      field: 'program',
      named: programNamed,
      message: (text, _row, found) => programMessage(text, found),
    }),
  fields: (f, at) => ({
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
      f.select(`${at}.kind`, 'What it was made of', kindChoices, { none: 'Choose one' }),
      f.text(`${at}.mentor`, 'With whom', {
        hint: 'The clinician of an apprenticeship, or the name of a program that is not on our list.',
        maxlength: 120,
      }),
    ],
  }),
  datalist: () => ({ id: 'programs', values: programIds.map(programName) }),
};

/** Keeps the typed name of an unknown program when "another program" was chosen. */
function withMentor(row: Row): Row {
  if (!row.pick?.includes('other') || row.mentor?.[0]?.trim() !== '') return row;
  return { ...row, mentor: [(row.program?.[0] ?? '').slice(0, 120)] };
}

function choiceOfPrograms(f: Fields, at: string): Shown[] {
  const text = f.typed(`${at}.program`);
  if (f.message(`${at}.program`) === '' || text.trim() === '') return [];
  const choices = offered(programNamed(text)).map(
    (id): Choice => [id, id === 'other' ? 'Another program, under the name I typed' : programName(id)],
  );
  return choices.length === 0 ? [] : [f.radios(`${at}.pick`, 'Which one do you mean?', choices)];
}

/** What the therapist should know about the program. */
function programHint(text: string): string {
  const found = programNamed(text);
  if (!('id' in found)) return '';
  const { note, caution } = programs[found.id];
  return [note, caution && `Patients read beside it: ${caution}`].filter(Boolean).join(' ');
}
