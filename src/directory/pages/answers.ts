import type { Listing } from '../../domain/listing.js';
import { type QuestionId, questionIds } from '../../domain/questions.js';
import { paths } from '../../web/paths.js';
import { type AnswerPart, answerParts } from '../../wording/answers.js';
import { answerProof, type Proof } from '../../wording/proof.js';
import { questions } from '../../wording/questions.js';

/** One question: what to ask and why, what the therapist says, and what was checked. */
export interface AnswerShown {
  id: QuestionId;
  number: number;
  title: string;
  ask: string;
  why: string;
  /** The answer in short parts, some with a heading of their own. */
  says: readonly AnswerPart[];
  proof: Proof;
  /** The page that helps to act on the answer; empty when no page does. */
  card: string;
}

/** Every answer of a listing, in the order in which the questions are asked. */
export function answersShown(listing: Listing): AnswerShown[] {
  return questionIds.map((id, index) => ({
    id,
    number: index + 1,
    title: questions[id].title,
    ask: questions[id].ask,
    why: questions[id].why,
    says: answerParts(id, listing.profile),
    proof: answerProof(listing, id),
    card: id === 'coordination' ? paths.coordinationCard : '',
  }));
}
