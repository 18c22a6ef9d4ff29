import { toDay } from '../../domain/calendar.js';
import { reports, sheets } from '../../storage/kinds.js';
import type { Answer } from '../../web/answer.js';
import type { Messages, Typed } from '../../web/fields.js';
import { overviewPage } from '../pages/overview.js';
import { type Own, ownPage, type PracticeRoutesDeps } from './deps.js';

interface Shown {
  notice?: string;
  typed?: Typed;
  messages?: Messages;
}

const nothingTyped: Typed = () => [];

/** The overview, with a notice or messages. */
export async function overview(
  { store, clock, renderPage }: PracticeRoutesDeps,
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

/** The earlier answer, in its box. */
function answersIn(questions: Own['therapist']['questions'], name: string): string[] {
  const [, at] = /^answer\.(\d+)$/.exec(name) ?? [];
  const answer = at === undefined ? null : questions[Number(at)]?.answer;
  return answer == null ? [] : [answer];
}
