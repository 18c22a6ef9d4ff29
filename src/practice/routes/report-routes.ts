import { z } from 'zod';
import { reports } from '../../storage/kinds.js';
import { Conflict } from '../../storage/store.js';
import { redirect } from '../../web/answer.js';
import { NotFound } from '../../web/errors.js';
import { typedIn } from '../../web/fields.js';
import { paths } from '../../web/paths.js';
import { type AnyRoute, route } from '../../web/route.js';
import { answerSchema } from './answer-schema.js';
import { overview } from './overview.js';
import { FORMS_AN_HOUR, type PracticeTools } from './tools.js';

/** The therapist's side of what somebody told about their listing. */
export function reportRoute(tools: PracticeTools): AnyRoute {
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
