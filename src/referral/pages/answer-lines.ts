import type { Listing } from '../../domain/listing.js';
import type { Profile } from '../../domain/profile.js';
import { type QuestionId, questionIds, type Training } from '../../domain/questions.js';
import { programs } from '../../domain/reference/programs.js';
import { dayLabel } from '../../wording/dates.js';
import { inShort } from '../../wording/in-short.js';
import { dosePlaceLabels, questions } from '../../wording/labels.js';
import { inSentence, listed } from '../../wording/lists.js';
import { counted } from '../../wording/numbers.js';
import type { Words } from '../tools.js';

/** Longest answer on a sheet, in characters: about two lines on paper. The profile has it in full. */
export const LONGEST_ANSWER = 150;

/** One of the five answers, in a line. */
export interface AnswerLine {
  title: string;
  says: string;
  proof: string;
  verified: boolean;
}

export function answerLines(
  listing: Listing,
  words: Pick<Words, 'scopeWords' | 'answerProof'>,
): AnswerLine[] {
  return questionIds.map((id) => {
    const proof = words.answerProof(listing, id);
    return {
      title: questions[id].title,
      says: inShort(says[id](listing.profile, words), LONGEST_ANSWER),
      proof: proof.label,
      verified: proof.verified,
    };
  });
}

type Says = (profile: Profile, words: Pick<Words, 'scopeWords'>) => string;

const says: Record<QuestionId, Says> = {
  training: ({ training }) => {
    // What comes with a caution, such as a training for another medicine, is not what one names first.
    const cautioned = (given: Training) => Number(programs[given.program].caution !== undefined);
    const [first, ...more] = [...training].sort((a, b) => cautioned(a) - cautioned(b));
    if (first === undefined) return '';
    const hours = first.hours === null ? '' : `, ${first.hours} hours`;
    const others = more.length === 0 ? '' : `, and ${more.length} more`;
    return `${programs[first.program].short}: ${inShort(first.award, 80)} (${first.year}${hours})${others}`;
  },
  caseload: ({ caseload }) =>
    `${counted(caseload.patients, 'KAP patient')} in the twelve months before ${dayLabel(caseload.asOf)}`,
  scope: (profile, { scopeWords }) => {
    const places = listed(
      profile.dosePlaces.map((place) => inSentence(dosePlaceLabels[place])),
      'or',
    );
    const after = profile.integrationWithin72h ? '; integration within 72 hours' : '';
    return `${scopeWords(profile)}${places === '' ? '' : `; dose taken ${places}`}${after}`;
  },
  'difficult-material': ({ difficultMaterial }) => difficultMaterial.intenseEmotion,
  coordination: ({ coordination }) =>
    `${coordination.withPrescriber ? 'In contact with the prescriber' : 'Not in contact with the prescriber'}: ${coordination.how}`,
};
