import { fieldNames } from '../../domain/profile-fields.js';
import type { Therapist } from '../../domain/therapist.js';
import { paths } from '../../web/paths.js';
import { type AnyRoute, route } from '../../web/route.js';
import { editedWords, notices } from '../pages/notices.js';
import type { PracticeRoutesDeps } from './deps.js';
import { overview } from './overview.js';
import { questionsRoute } from './question-routes.js';
import { reportRoute } from './report-routes.js';

/** The overview, and its forms for answers. */
export function overviewRoutes(deps: PracticeRoutesDeps): AnyRoute[] {
  return [
    route({
      path: paths.practice,
      access: 'therapist',
      input: ({ search }) => search,
      cache: 'none',
      handle: (search, { person }) => overview(deps, person, { notice: noticeIn(search, person.therapist) }),
    }),
    questionsRoute(deps),
    reportRoute(deps),
  ];
}

function noticeIn(search: URLSearchParams, { status, draftStatus }: Therapist): string {
  const edited = search.get('edited');
  if (edited !== null) {
    const atOnce = fieldNames.filter((field) => edited.split(' ').includes(field));
    return editedWords(atOnce, { unsent: draftStatus === 'editing', found: status === 'listed' });
  }
  return notices.get(search.get('done') ?? search.get('saved') ?? '') ?? '';
}
