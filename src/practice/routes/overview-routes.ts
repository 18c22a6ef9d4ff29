import { z } from 'zod';
import { toDay } from '../../domain/calendar.js';
import { paragraphs } from '../../domain/text.js';
import type { Therapist } from '../../domain/therapist.js';
import { profileFields } from '../../domain/workflow/sections.js';
import { reports, sheets } from '../../storage/kinds.js';
import { Conflict } from '../../storage/store.js';
import { type Answer, redirect } from '../../web/answer.js';
import { NotFound } from '../../web/errors.js';
import { type Messages, type Typed, typedIn } from '../../web/fields.js';
import { paths } from '../../web/paths.js';
import { type AnyRoute, route } from '../../web/route.js';
import { editedWords, notices } from '../pages/notices.js';
import { overviewPage } from '../pages/overview.js';
import { FORMS_AN_HOUR, type Own, ownPage, type PracticeTools } from './tools.js';

interface Shown {
  notice?: string;
  typed?: Typed;
  messages?: Messages;
}

const nothingTyped: Typed = () => [];

/** The overview, with what was just done or is to be mended. */
export async function overview(
  { store, clock, renderPage }: PracticeTools,
  person: Own,
  { notice = '', typed = nothingTyped, messages = new Map() }: Shown = {},
  status = 200,
): Promise<Answer> {
  const { therapist, formToken } = person;
  const tag = `therapist:${therapist.id}`;
  const about = await store.records(reports).tagged(tag, { limit: 200, newestFirst: true });
  const open = about.filter(({ outcome }) => outcome === 'open');
  const model = overviewPage({
    therapist,
    today: toDay(clock.now()),
    formToken,
    reports: open,
    sheets: await store.records(sheets).count(tag),
    notice,
    typed: (name) => (typed(name).length > 0 ? typed(name) : answersIn(therapist.questions, name)),
    messages,
  });
  return ownPage(renderPage, person, { view: 'practice/overview', title: 'Your practice', model }, status);
}

/** What was answered before, in its box. */
function answersIn(questions: Own['therapist']['questions'], name: string): string[] {
  const [, at] = /^answer\.(\d+)$/.exec(name) ?? [];
  const answer = at === undefined ? null : questions[Number(at)]?.answer;
  return answer == null ? [] : [answer];
}

/** The overview, and the boxes on it in which therapists answer. */
export function overviewRoutes(tools: PracticeTools): AnyRoute[] {
  return [
    route({
      path: paths.practice,
      access: 'therapist',
      input: ({ search }) => search,
      cache: 'none',
      handle: (search, { person }) => overview(tools, person, { notice: noticeIn(search, person.therapist) }),
    }),
    questionsRoute(tools),
    reportRoute(tools),
  ];
}

function noticeIn(search: URLSearchParams, { draftStatus }: Pick<Therapist, 'draftStatus'>): string {
  const edited = search.get('edited');
  if (edited !== null) {
    const atOnce = profileFields.filter((field) => edited.split(' ').includes(field));
    return editedWords(atOnce, draftStatus === 'editing');
  }
  return notices.get(search.get('done') ?? search.get('saved') ?? '') ?? '';
}

const answerSchema = paragraphs(2000);

function questionsRoute(tools: PracticeTools): AnyRoute {
  return route({
    method: 'post',
    path: paths.practicePage('questions'),
    access: 'therapist',
    perHour: FORMS_AN_HOUR,
    input: ({ form }) => form,
    cache: 'none',
    async handle(form, { person }) {
      const answers: { field: string; answer: string | null }[] = [];
      const messages = new Map<string, string>();
      person.therapist.questions.forEach(({ field }, at) => {
        const typed = form.getAll(`answer.${at}`);
        // Questions that were asked anew meanwhile are not answered by what was typed for others.
        if (form.get(`about.${at}`) !== field || typed.length !== 1) return;
        const parsed = typed[0]!.trim() === '' ? null : answerSchema.safeParse(typed[0]);
        if (parsed?.success === false) messages.set(`answer.${at}`, parsed.error.issues[0]!.message);
        else answers.push({ field, answer: (parsed?.data as string | undefined) ?? null });
      });
      if (messages.size > 0) return overview(tools, person, { typed: typedIn(form), messages }, 422);
      await tools.service.answer(person.therapist, answers);
      return redirect(`${paths.practice}?done=questions`);
    },
  });
}

function reportRoute(tools: PracticeTools): AnyRoute {
  const kept = tools.store.records(reports);
  return route({
    method: 'post',
    path: `${paths.practicePage('reports')}/:id`,
    access: 'therapist',
    perHour: FORMS_AN_HOUR,
    input: ({ params, form }) => ({ id: params.id ?? '', form }),
    cache: 'none',
    async handle({ id, form }, { person }) {
      const report = await kept.get(id);
      if (report?.therapistId !== person.therapist.id) throw new NotFound('no report about them');
      const name = `answer-${id}`;
      const parsed = answerSchema.safeParse(form.getAll(name).length === 1 ? form.get(name) : undefined);
      if (!parsed.success) {
        const messages = new Map([[name, parsed.error.issues[0]?.message ?? z.NEVER]]);
        return overview(tools, person, { typed: typedIn(form), messages }, 422);
      }
      if (report.outcome === 'open') await answer(id, String(parsed.data));
      return redirect(`${paths.practice}?done=report`);
    },
  });

  /** Others who tell the same fact write the report, too: what they wrote is kept. */
  async function answer(id: string, words: string, tries = 3): Promise<void> {
    const report = await kept.get(id);
    if (report === null) throw new NotFound('the report is gone');
    await kept.update({ ...report, answer: words }).catch((error: unknown) => {
      if (error instanceof Conflict && tries > 1) return answer(id, words, tries - 1);
      throw error;
    });
  }
}
