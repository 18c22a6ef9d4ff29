import { Unmet } from '../../domain/workflow/errors.js';
import { redirect } from '../../web/answer.js';
import { catchExpected } from '../../web/catch-expected.js';
import { paths } from '../../web/paths.js';
import { type AnyRoute, route } from '../../web/route.js';
import type { OwnAction } from '../service.js';
import { FORMS_AN_HOUR, type PracticeRoutesDeps } from './deps.js';
import { overview } from './overview.js';

const plain = ['take-back', 'drop', 'confirm', 'pause', 'resume'] as const satisfies OwnAction[];

/** The buttons of the overview that have no fields. */
export function actRoutes(deps: PracticeRoutesDeps): AnyRoute[] {
  return plain.map((action) =>
    route({
      method: 'post',
      path: paths.practicePage(action),
      access: 'therapist',
      perHour: FORMS_AN_HOUR,
      input: 'none',
      cache: 'none',
      async handle(_, { person }) {
        const done = await catchExpected(deps.service.perform(person.therapist, action), Unmet);
        if (!(done instanceof Unmet)) return redirect(`${paths.practice}?done=${action}`);
        const messages = new Map([[done.field || action, done.message]]);
        return overview(deps, person, { messages }, 422);
      },
    }),
  );
}
