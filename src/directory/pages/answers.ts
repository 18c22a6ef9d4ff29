import type { Listing } from '../../domain/listing.js';
import { confirmedOf } from '../../domain/listing.js';
import type { Profile } from '../../domain/profile.js';
import type { QuestionId, Training } from '../../domain/questions.js';
import { questionIds } from '../../domain/questions.js';
import { programs } from '../../domain/reference/programs.js';
import { paths } from '../../web/paths.js';
import { dayLabel } from '../../wording/dates.js';
import { dosePlaceLabels, questions, roleLabels } from '../../wording/labels.js';
import { inSentence, listed } from '../../wording/lists.js';
import { counted } from '../../wording/numbers.js';
import { type Proof, proofOf } from '../../wording/proof.js';
import { trainingWords } from '../../wording/training.js';
import { scopeWords } from './card.js';

interface Said {
  lead: string;
  words: string;
}

/** One of the five answers: the question, what the therapist says, and what was checked. */
export interface AnswerShown {
  id: QuestionId;
  number: number;
  title: string;
  ask: string;
  why: string;
  /** The answer in short parts, some with a heading of their own. */
  says: readonly Said[];
  proof: Proof;
  /** The page with which to act on the answer; empty when there is none. */
  card: string;
}

/** The five answers of a listing, in the order in which they are asked. */
export function fiveAnswers(listing: Listing): AnswerShown[] {
  const claimed = confirmedOf(listing, 'answers');
  return questionIds.map((id, index) => ({
    id,
    number: index + 1,
    ...questions[id],
    says: says[id](listing.profile).map((said) =>
      typeof said === 'string' ? { lead: '', words: said } : said,
    ),
    proof: proofOf(listing.findings, id, claimed),
    card: id === 'coordination' ? paths.coordinationCard : '',
  }));
}

const says: Record<QuestionId, (profile: Profile) => (string | Said)[]> = {
  training: ({ training }) => training.map(trainingSays),
  caseload: ({ caseload }) => [
    `${counted(caseload.patients, 'KAP patient')} in the twelve months before ${dayLabel(caseload.asOf)}.`,
  ],
  scope: scopeSays,
  'difficult-material': ({ difficultMaterial: material }) => [
    { lead: 'Intense emotion', words: material.intenseEmotion },
    { lead: 'Reactions of the body', words: material.somaticRelease },
    { lead: 'Flashbacks', words: material.flashbacks },
  ],
  coordination: ({ coordination }) => [
    coordination.withPrescriber ? 'In contact with the prescriber.' : 'Not in contact with the prescriber.',
    coordination.how,
  ],
};

function trainingSays(given: Training): string {
  const { caution } = programs[given.program];
  return `${trainingWords(given)}.${caution === undefined ? '' : ` ${caution}`}`;
}

function scopeSays(profile: Profile): string[] {
  const places = listed(
    profile.dosePlaces.map((place) => inSentence(dosePlaceLabels[place])),
    'or',
  );
  const said = [`${scopeWords(profile)}.`];
  if (profile.scope === 'in-session' && profile.role !== null)
    said.push(`${roleLabels[profile.role]} while the medicine works.`);
  if (places !== '') said.push(`The dose is taken ${places}.`);
  said.push(
    profile.integrationWithin72h
      ? 'Offers an integration meeting within 72 hours of a dose.'
      : 'Does not promise an integration meeting within 72 hours of a dose.',
  );
  return said;
}
