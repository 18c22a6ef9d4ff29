import type { Therapist } from '../therapist.js';
import type { Context } from './command.js';
import { NotAllowed, StaleAnswers } from './errors.js';
import { assertAllowed, stepOf } from './permission.js';

export interface GivenAnswer {
  /** The field that the question is about. */
  field: string;
  /** `null` empties it. */
  answer: string | null;
  /** The answer that was there when this one was written. Without it, this one always replaces what is there. */
  seen?: string | null;
}

/**
 * The record with the therapist's answers to the reviewer's questions. An answer that equals `seen` changes nothing, so that two windows in
 * which different questions are answered do not undo each other.
 * @throws NotAllowed when no question is open @throws StaleAnswers when an answer was changed to something else meanwhile
 */
export function answerQuestions(
  therapist: Therapist,
  answers: readonly GivenAnswer[],
  context: Pick<Context, 'actor' | 'now'>,
): Therapist {
  assertAllowed(therapist, 'edit', context.actor);
  if (stepOf(therapist) !== 'changes-asked') throw new NotAllowed('edit', 'Nobody asked for anything.');
  const given = new Map(answers.map((one) => [one.field, one]));
  const stale: string[] = [];
  const questions = therapist.questions.map((question) => {
    const { answer, seen } = given.get(question.field) ?? { answer: question.answer };
    if (seen === undefined || seen === question.answer) return { ...question, answer };
    if (answer !== seen && answer !== question.answer) stale.push(question.field);
    return question;
  });
  if (stale.length > 0) throw new StaleAnswers(therapist, stale);
  return { ...therapist, questions, updatedAt: context.now.toISOString() };
}
