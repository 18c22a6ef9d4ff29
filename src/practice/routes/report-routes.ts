import { z } from 'zod';
import { redirect } from '../../web/answer.js';
import { NotFound } from '../../web/errors.js';
import { typedIn } from '../../web/fields.js';
import { paths } from '../../web/paths.js';
import { type AnyRoute, route } from '../../web/route.js';
import { FORMS_AN_HOUR, type PracticeRoutesDeps } from './deps.js';
import { overview } from './overview.js';
import { answerSchema } from './question-routes.js';

/** The therapist's answer to a report about their listing. */
export function reportRoute(deps: PracticeRoutesDeps): AnyRoute {
  const { service } = deps;
  return route({
    method: 'post',
    path: `${paths.practicePage('reports')}/:id`,
    access: 'therapist',
    perHour: FORMS_AN_HOUR,
    input: ({ params, form }) => ({ id: params.id ?? '', form }),
    cache: 'none',
    async handle({ id, form }, { person }) {
      const report = await service.reportAbout(person.therapist, id);
      if (report === null) throw new NotFound('no report about them');
      const name = `answer-${id}`;
      const parsed = answerSchema.safeParse(form.getAll(name).length === 1 ? form.get(name) : undefined);
      if (!parsed.success) {
        const messages = new Map([[name, parsed.error.issues[0]?.message ?? z.NEVER]]);
        return overview(deps, person, { typed: typedIn(form), messages }, 422);
      }
      await service.answerReport(report, parsed.data);
      return redirect(`${paths.practice}?done=report`);
    },
  });
}
