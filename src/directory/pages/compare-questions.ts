import { questionIds } from '../../domain/questions.js';
import { shortAnswer } from '../../wording/answers-in-short.js';
import { answerProof } from '../../wording/proof.js';
import { questions } from '../../wording/questions.js';
import type { Aspect } from './compare-cells.js';

/** One row for each question: the answer in short, and what was checked of it. */
export const questionAspects: readonly Aspect[] = questionIds.map((id) => {
  const { lines, gist } = shortAnswer(id);
  return {
    label: questions[id].title,
    cell: (listing) => ({
      lines: lines(listing.profile),
      proof: answerProof(listing, id),
      gist: JSON.stringify(gist(listing.profile)),
    }),
  };
});
