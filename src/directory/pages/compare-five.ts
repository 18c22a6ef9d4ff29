import { confirmedOf } from '../../domain/listing.js';
import type { Profile } from '../../domain/profile.js';
import type { QuestionId, Training } from '../../domain/questions.js';
import { programs } from '../../domain/reference/programs.js';
import { dayLabel } from '../../wording/dates.js';
import { inShort } from '../../wording/in-short.js';
import { questions, scopeLabels } from '../../wording/labels.js';
import { counted } from '../../wording/numbers.js';
import { proofOf } from '../../wording/proof.js';
import type { Aspect } from './compare-cells.js';

/** How much of an answer in free words is shown: the whole of it is on the profile. */
const MOST_WORDS = 130;
const MOST_AWARD = 60;
const MOST_MENTOR = 40;
const MOST_TRAININGS = 3;

/** One of the five questions: the answer in short, and what was checked of it. */
const five = (
  id: QuestionId,
  words: (profile: Profile) => readonly string[],
  /** The whole answer, of which two may show the same beginning. */
  gist: (profile: Profile) => unknown,
): Aspect => ({
  label: questions[id].title,
  cell: (listing) => ({
    lines: words(listing.profile),
    proof: proofOf(listing.findings, id, confirmedOf(listing, 'answers')),
    gist: JSON.stringify(gist(listing.profile)),
  }),
});

/** The five questions, in the order in which they are asked. */
export const fiveAspects: readonly Aspect[] = [
  five('training', trainingsInShort, ({ training }) => training),
  five(
    'caseload',
    ({ caseload }) => [`${counted(caseload.patients, 'patient')}, year to ${dayLabel(caseload.asOf)}`],
    ({ caseload }) => caseload.patients,
  ),
  five(
    'scope',
    ({ scope }) => [scopeLabels[scope]],
    ({ scope }) => scope,
  ),
  five(
    'difficult-material',
    ({ difficultMaterial: material }) => [
      `Emotion: ${inShort(material.intenseEmotion, MOST_WORDS)}`,
      `Body: ${inShort(material.somaticRelease, MOST_WORDS)}`,
      `Flashbacks: ${inShort(material.flashbacks, MOST_WORDS)}`,
    ],
    ({ difficultMaterial }) => difficultMaterial,
  ),
  five(
    'coordination',
    ({ coordination }) => [
      coordination.withPrescriber ? 'In contact with the prescriber' : 'Not in contact with the prescriber',
      inShort(coordination.how, MOST_WORDS),
    ],
    ({ coordination }) => coordination,
  ),
];

function trainingsInShort({ training }: Profile): string[] {
  if (training.length <= MOST_TRAININGS) return training.map(trainingInShort);
  const first = training.slice(0, MOST_TRAININGS - 1).map(trainingInShort);
  return [...first, `and ${training.length - first.length} more on the profile`];
}

/**
 * "Fluence: Postgraduate Certificate in KAP (2023, 125 hours)". Where one must know something of the program, that stands in the place
 * of the award: it must not be what is cut off on paper.
 */
function trainingInShort({ program, award, year, hours, mentor }: Training): string {
  const { short, caution } = programs[program];
  const facts = [
    String(year),
    hours === null ? '' : `${hours} hours`,
    mentor === null ? '' : `with ${inShort(mentor, MOST_MENTOR)}`,
  ];
  const known = facts.filter((fact) => fact !== '').join(', ');
  return caution === undefined
    ? `${short}: ${inShort(award, MOST_AWARD)} (${known})`
    : `${short} (${known}). ${caution}`;
}
