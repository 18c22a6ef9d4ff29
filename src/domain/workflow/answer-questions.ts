import type { Therapist } from '../therapist.js';
import type { Context } from './command.js';
import { NotAllowed, StaleAnswers } from './errors.js';
import { assertAllowed, stepOf } from './permission.js';

export interface GivenAnswer {
  /** Of the question. */
  field: string;
  /** `null` empties it. */
  answer: string | null;
  /** The answer that stood there when this one was written; without it, this one counts whatever stands there now. */
  seen?: string | null;
}

/**
 * The record with the therapist's answers to the reviewer's questions. An answer that was left as it was seen changes nothing, so that two
 * windows in which different questions are answered do not undo each other.
 * @throws NotAllowed when nothing is asked @throws StaleAnswers when one was changed meanwhile, and otherwise than here
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
