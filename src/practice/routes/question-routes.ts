import { paragraphs } from '../../domain/text.js';
import type { GivenAnswer } from '../../domain/workflow/answer-questions.js';
import { NotAllowed, StaleAnswers } from '../../domain/workflow/errors.js';
import { redirect } from '../../web/answer.js';
import { catchExpected } from '../../web/catch-expected.js';
import { type Messages, typedIn } from '../../web/fields.js';
import { paths } from '../../web/paths.js';
import { type AnyRoute, route } from '../../web/route.js';
import { FORMS_AN_HOUR, type Own, type PracticeRoutesDeps } from './deps.js';
import { overview } from './overview.js';

/** What a therapist answers, to a reviewer or about a report. */
export const answerSchema = paragraphs(2000);

/** The therapist's answers to the reviewer's questions. */
export function questionsRoute(deps: PracticeRoutesDeps): AnyRoute {
  return route({
    method: 'post',
    path: paths.practicePage('questions'),
    access: 'therapist',
    perHour: FORMS_AN_HOUR,
    input: ({ form }) => form,
    cache: 'none',
    async handle(form, { person }) {
      const { answers, messages } = readAnswers(form, person.therapist);
      if (messages.size > 0) return overview(deps, person, { typed: typedIn(form), messages }, 422);
      const saved = await catchExpected(deps.service.answer(person.therapist, answers), StaleAnswers);
      if (saved instanceof StaleAnswers)
        return overview(
          deps,
          { ...person, therapist: saved.therapist },
          bothAnswers(saved, answers, form),
          409,
        );
      return redirect(`${paths.practice}?done=questions`);
    },
  });
}

/** @throws NotAllowed when an answer is for a question that is no longer asked */
function readAnswers(form: URLSearchParams, { questions }: Own['therapist']) {
  const answers: GivenAnswer[] = [];
  const messages = new Map<string, string>();
  questions.forEach(({ field }, at) => {
    const typed = form.getAll(`answer.${at}`);
    if (typed.length !== 1) return;
    const answer = readAnswer(typed[0]!);
    if (form.get(`about.${at}`) !== field) {
      if (answer !== null) throw new NotAllowed('edit', 'Other questions are asked by now.');
      return;
    }
    if (typeof answer === 'object' && answer !== null) messages.set(`answer.${at}`, answer.message);
    else answers.push({ field, answer, ...seenIn(form.get(`seen.${at}`)) });
  });
  return { answers, messages };
}

function readAnswer(typed: string): string | null | { message: string } {
  if (typed.trim() === '') return null;
  const parsed = answerSchema.safeParse(typed);
  return parsed.success ? parsed.data : { message: parsed.error.issues[0]!.message };
}

function seenIn(typed: string | null): Pick<GivenAnswer, 'seen'> {
  const seen = typed === null ? undefined : readAnswer(typed);
  return seen === undefined || (typeof seen === 'object' && seen !== null) ? {} : { seen };
}

/** The typed answers, and beside them what another window saved meanwhile. */
function bothAnswers(stale: StaleAnswers, answers: readonly GivenAnswer[], form: URLSearchParams) {
  const messages: Messages = new Map(
    stale.therapist.questions.flatMap(({ field, answer }, at) =>
      stale.fields.includes(field) ? [[`answer.${at}`, meanwhile(answer)] as const] : [],
    ),
  );
  // An answer that was not changed in this window shows its current text. The old text would undo the other window.
  const written = answers.filter(({ answer, seen }) => answer !== seen).map(({ field }) => field);
  const names = stale.therapist.questions.map(({ field }, at) =>
    written.includes(field) ? `answer.${at}` : '',
  );
  const typed = (name: string) => (names.includes(name) ? form.getAll(name) : []);
  return { typed, messages };
}

const meanwhile = (answer: string | null) =>
  answer === null
    ? 'This was emptied in another window meanwhile. Save again to keep what stands here.'
    : `In another window this was answered meanwhile: “${answer}” Save again to keep what stands here instead.`;
