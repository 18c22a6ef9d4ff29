import { z } from 'zod';
import type { Draft } from '../../domain/draft.js';
import {
  caseloadSchema,
  coordinationSchema,
  difficultMaterialSchema,
  profileSchema,
} from '../../domain/profile.js';
import { trainingSchema } from '../../domain/questions.js';
import type { ProgramId } from '../../domain/reference/programs.js';
import { programName, programNamed } from '../../search/program-named.js';
import { group, leaf, oneOf, rows, several, yesOrNo } from '../form/leaf.js';
import { programMessage } from '../form/name-messages.js';
import { withNames } from '../form/picked.js';
import { readWith } from '../form/read-form.js';
import { DAY_WANTED, dayShown, dayTyped, wholeTyped } from '../form/us-ways.js';
import { answersGroups } from './answers-groups.js';
import { type About, type Pair, pairsOf, type Reading, type Section, yesNo } from './section.js';
import { trainingList } from './training-group.js';

const training = trainingSchema.shape;
const { intenseEmotion, somaticRelease, flashbacks } = difficultMaterialSchema.shape;
const { scope, presence, dosePlaces, role } = profileSchema.shape;

const schema = group({
  // The profile wants one training at least; a draft may have none yet.
  training: rows(
    {
      program: leaf(training.program),
      award: leaf(training.award),
      year: leaf(training.year, { read: wholeTyped }),
      hours: leaf(training.hours, { blank: null, read: wholeTyped }),
      kind: leaf(training.kind),
      mentor: leaf(training.mentor, { blank: null }),
    },
    z.array(trainingSchema).max(12, 'Give at most 12 of them.'),
  ),
  caseload: group({
    patients: leaf(caseloadSchema.shape.patients, { blank: undefined, read: wholeTyped }),
    asOf: leaf(caseloadSchema.shape.asOf, { blank: undefined, read: dayTyped, refused: DAY_WANTED }),
  }),
  scope: oneOf(scope, undefined),
  presence: several(presence, []),
  dosePlaces: several(dosePlaces, []),
  role: oneOf(role, null),
  integrationWithin72h: yesOrNo(),
  difficultMaterial: group({
    intenseEmotion: leaf(intenseEmotion, { blank: undefined }),
    somaticRelease: leaf(somaticRelease, { blank: undefined }),
    flashbacks: leaf(flashbacks, { blank: undefined }),
  }),
  coordination: group({
    withPrescriber: yesOrNo(),
    how: leaf(coordinationSchema.shape.how, { blank: undefined }),
  }),
});
type Said = z.output<typeof schema>;

export const answers: Section = {
  id: 'answers',
  title: 'The five answers',
  lead: 'The five questions that we tell every patient to ask. Your answers stand on your page, each with what we checked.',
  names: () => [
    ...[
      'caseload.patients',
      'caseload.asOf',
      'scope',
      'presence',
      'dosePlaces',
      'role',
      'integrationWithin72h',
    ],
    ...['intenseEmotion', 'somaticRelease', 'flashbacks'].map((part) => `difficultMaterial.${part}`),
    ...['coordination.withPrescriber', 'coordination.how'],
  ],
  lists: [trainingList],
  fill({ written: { profile } }) {
    const { training, caseload, scope, presence, dosePlaces, role, integrationWithin72h } = profile;
    const { difficultMaterial, coordination } = profile;
    const answered = { training, caseload, scope, presence, dosePlaces, role, integrationWithin72h };
    const absent: Pair[] = scope !== undefined && role === null ? [['role', '']] : [];
    const said = pairsOf(
      { ...answered, difficultMaterial, coordination },
      {
        'training.program': (id: ProgramId) => programName(id),
        'caseload.asOf': dayShown,
        integrationWithin72h: yesNo,
        'coordination.withPrescriber': yesNo,
      },
    );
    return [...said, ...absent];
  },
  read(form, about): Reading {
    const { tree, messages } = withNames<ProgramId>(withMentors(form), {
      list: 'training',
      field: 'program',
      named: programNamed,
      message: (text, _row, found) => programMessage(text, found),
    });
    const read = readWith(schema, tree, messages);
    if ('messages' in read) return read;
    const against = rulesOf(read.said, about);
    return against.size > 0 ? { messages: against } : { save: { patch: inDraft(read.said, about) } };
  },
  groups: answersGroups,
};

/** The form with the typed name of an unknown program as its name, where "another program" was chosen for it. */
function withMentors(form: URLSearchParams): URLSearchParams {
  const named = new URLSearchParams(form);
  for (const [name, value] of form) {
    const at = name.replace(/\.pick$/, '');
    if (at === name || value !== 'other' || form.get(`${at}.mentor`)?.trim() !== '') continue;
    named.set(`${at}.mentor`, (form.get(`${at}.program`) ?? '').slice(0, 120));
  }
  return named;
}

function rulesOf({ training, caseload }: Said, { today }: About): Map<string, string> {
  const messages = new Map<string, string>();
  training.forEach(({ program, mentor, year }, at) => {
    if (program === 'apprenticeship' && mentor === null)
      messages.set(`training.${at}.mentor`, 'Name the clinician with whom you apprenticed.');
    if (program === 'other' && mentor === null) messages.set(`training.${at}.mentor`, 'Name the program.');
    if (year > Number(today.slice(0, 4))) messages.set(`training.${at}.year`, 'This year is still to come.');
  });
  if (caseload.asOf !== undefined && caseload.asOf > today)
    messages.set('caseload.asOf', 'This day is still to come.');
  return messages;
}

/** A number of patients is of today where nothing else is said; a draft without a training has none, not an empty list. */
function inDraft(said: Said, { today }: About): Partial<Draft> {
  const { patients, asOf } = said.caseload;
  return {
    ...said,
    training: said.training.length === 0 ? undefined : said.training,
    caseload: { patients, asOf: asOf ?? (patients === undefined ? undefined : today) },
  };
}
