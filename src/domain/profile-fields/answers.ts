import { daySchema } from '../calendar.js';
import { atMost } from '../fields.js';
import { narrowed, removedOnly, subset, yesToNo } from '../narrowing.js';
import {
  dosePlaces,
  presences,
  roles,
  type Scope,
  scopes,
  type Training,
  trainingSchema,
} from '../questions.js';
import { programIds, programs } from '../reference/programs.js';
import { atLeastFacet, flagFacet, listFacet } from './facet.js';
import { count, fact, group, longText, oneOf, orNull, someOf, yesNo } from './row.js';

/**
 * Removing trainings takes effect at once. Any other change waits as a whole, so that fixing a typo does not hide a training for a while.
 */
const fewerTrainings = (before: Training[], after: Training[]) => (subset(before, after) ? after : before);

interface Counted {
  patients: number;
}
const lowerCount = <T extends Counted>(before: T, after: T, { mostPatients }: { mostPatients: number }) =>
  after.patients <= mostPatients ? after : before;

const lessScope = (before: Scope, after: Scope) => (after === 'preparation-and-integration' ? after : before);

const lessContact = <T extends { withPrescriber: boolean }>(before: T, after: T) => ({
  ...before,
  withPrescriber: before.withPrescriber && after.withPrescriber,
});

const oneTraining: Training = {
  program: 'fluence',
  award: '-',
  year: 2020,
  hours: null,
  kind: 'didactic',
  mentor: null,
};

const trainingWords = ({ program, award, mentor }: Training) => [
  programs[program].name,
  programs[program].short,
  award,
  mentor ?? '',
];

/** The answers to the questions that a patient should ask. `check` names the question. */
export const answers = {
  training: fact('rows', atMost(trainingSchema, 12).min(1, 'Give at least one training.'), {
    section: 'answers',
    edit: fewerTrainings,
    narrowedIsUnchecked: true,
    check: 'training',
    neutral: [oneTraining],
    facet: listFacet('program', programIds, (training: Training[]) => training.map(({ program }) => program)),
    text: { in: 'practice', words: (training: Training[]) => training.flatMap(trainingWords) },
  }),
  /** KAP patients in the twelve months before `asOf`. */
  caseload: group(
    {
      patients: count(0, 2000, { facet: atLeastFacet('min_caseload', [5, 10, 25, 50], [1, 2000]) }),
      asOf: fact('day', daySchema, {}),
    },
    {
      section: 'answers',
      edit: lowerCount,
      check: 'caseload',
      neutral: { patients: 0, asOf: '2020-01-01' },
    },
  ),
  scope: oneOf(scopes, {
    section: 'answers',
    edit: lessScope,
    check: 'scope',
    neutral: 'preparation-and-integration',
    facet: listFacet('scope', scopes, (scope: Scope) => [scope]),
  }),
  presence: someOf(presences, 0, {
    section: 'answers',
    mayBeEmpty: true,
    edit: narrowed,
    check: 'scope',
    neutral: [],
    // A therapist who is not there during a dose may have left an answer to how they are there.
    facet: listFacet('presence', presences, (presence, { scope }: { scope: Scope }) =>
      scope === 'in-session' ? presence : [],
    ),
  }),
  role: orNull(
    oneOf(roles, { section: 'answers', mayBeEmpty: true, edit: removedOnly, check: 'scope', neutral: null }),
  ),
  dosePlaces: someOf(dosePlaces, 0, {
    section: 'answers',
    mayBeEmpty: true,
    edit: narrowed,
    check: 'scope',
    neutral: [],
    facet: listFacet('place', dosePlaces, (places) => places),
  }),
  integrationWithin72h: yesNo({
    section: 'answers',
    edit: yesToNo,
    check: 'scope',
    neutral: true,
    facet: flagFacet('integration72h'),
  }),
  difficultMaterial: group(
    { intenseEmotion: longText(700, {}), somaticRelease: longText(700, {}), flashbacks: longText(700, {}) },
    {
      section: 'answers',
      edit: 'after review',
      check: 'difficult-material',
      neutral: { intenseEmotion: '-', somaticRelease: '-', flashbacks: '-' },
    },
  ),
  coordination: group(
    { withPrescriber: yesNo({}), how: longText(700, {}) },
    {
      section: 'answers',
      edit: lessContact,
      narrowedIsUnchecked: true,
      check: 'coordination',
      neutral: { withPrescriber: true, how: '-' },
    },
  ),
} as const;
