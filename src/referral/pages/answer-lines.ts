import type { Listing } from '../../domain/listing.js';
import { questionIds } from '../../domain/questions.js';
import { answerLine } from '../../wording/answers-in-short.js';
import { inShort } from '../../wording/in-short.js';
import { answerProof } from '../../wording/proof.js';
import { questions } from '../../wording/questions.js';

/** Longest answer on a sheet, in characters: about two lines on paper. The profile has it in full. */
export const LONGEST_ANSWER = 150;

/** One answer, in a line. */
export interface AnswerLine {
  title: string;
  says: string;
  proof: string;
  verified: boolean;
}

/** What a listing answers to each question, in the order in which they are asked. */
export function answerLines(listing: Listing): AnswerLine[] {
  return questionIds.map((id) => {
    const { label, verified } = answerProof(listing, id);
    const says = inShort(answerLine(id, listing.profile), LONGEST_ANSWER);
    return { title: questions[id].title, says, proof: label, verified };
  });
}
