import { toDay } from '../../domain/calendar.js';
import { type Answer, file, page, redirectAs } from '../../web/answer.js';
import { errorSummary, fieldMaker, type Messages } from '../../web/fields.js';
import { paths } from '../../web/paths.js';
import { type AnyRoute, route } from '../../web/route.js';
import { leave } from '../leave.js';
import { missingIn } from '../missing.js';
import { everythingAbout } from '../own-data.js';
import { previewOf, uncheckedIn } from '../pages/preview.js';
import { FORMS_AN_HOUR, type Own, ownPage, type PracticeRoutesDeps } from './deps.js';

/** The preview, the download, and leaving. */
export function ownRoutes(deps: PracticeRoutesDeps): AnyRoute[] {
  return [previewRoute(deps), dataRoute(deps), ...leaveRoutes(deps), goodbyeRoute(deps)];
}

function previewRoute({ clock, renderPage, publicPage }: PracticeRoutesDeps): AnyRoute {
  return route({
    path: paths.practicePage('preview'),
    access: 'therapist',
    input: 'none',
    cache: 'none',
    handle(_, { person }) {
      const now = clock.now();
      const listing = previewOf(person.therapist, toDay(now), now.toISOString());
      const model = {
        page: listing && publicPage(listing),
        unchecked: listing !== null && uncheckedIn(listing) > 0,
        missing: listing === null ? missingIn(person.therapist, toDay(now)) : [],
        overview: paths.practice,
      };
      return ownPage(renderPage, person, { view: 'practice/preview', title: 'Preview', model });
    },
  });
}

function dataRoute(deps: PracticeRoutesDeps): AnyRoute {
  return route({
    path: paths.practicePage('data'),
    access: 'therapist',
    input: 'none',
    cache: 'none',
    async handle(_, { person }) {
      const held = await everythingAbout(person.therapist, deps);
      const body = Buffer.from(`${JSON.stringify(held, null, 2)}\n`);
      return file(body, 'application/json; charset=utf-8', `holdspace-${person.therapist.slug}.json`);
    },
  });
}

const CONFIRMATION = 'LEAVE';
const TYPE_IT = `Type ${CONFIRMATION} in capitals, so that nobody leaves by a slip.`;

function leaveRoutes(deps: PracticeRoutesDeps): AnyRoute[] {
  const path = paths.practicePage('leave');
  return [
    route({
      path,
      access: 'therapist',
      input: 'none',
      cache: 'none',
      handle: (_, { person }) => leavePage(deps, person, '', new Map()),
    }),
    route({
      method: 'post',
      path,
      access: 'therapist',
      perHour: FORMS_AN_HOUR,
      input: ({ form }) => form.getAll('confirmation').join(' '),
      cache: 'none',
      async handle(typed, { person }) {
        if (typed.trim() !== CONFIRMATION)
          return leavePage(deps, person, typed, new Map([['confirmation', TYPE_IT]]), 422);
        await leave(deps)(person.therapist);
        deps.nudge();
        return redirectAs(paths.goodbye, null);
      },
    }),
  ];
}

function leavePage(
  { renderPage }: PracticeRoutesDeps,
  person: Own,
  typed: string,
  messages: Messages,
  status = 200,
): Answer {
  const fields = fieldMaker(() => [typed], messages);
  const model = {
    errors: errorSummary(messages),
    action: paths.practicePage('leave'),
    formToken: person.formToken,
    listed: person.therapist.status === 'listed',
    pause: person.therapist.status === 'listed' ? paths.practicePage('pause') : '',
    data: paths.practicePage('data'),
    overview: paths.practice,
    confirmation: fields.text('confirmation', `Type ${CONFIRMATION} to have it erased`, { maxlength: 20 }),
  };
  return ownPage(renderPage, person, { view: 'practice/leave', title: 'Leave Holdspace', model }, status);
}

function goodbyeRoute({ renderPage }: PracticeRoutesDeps): AnyRoute {
  return route({
    path: paths.goodbye,
    access: 'anyone',
    input: 'none',
    cache: 'none',
    handle: () =>
      page(
        renderPage({
          view: 'practice/goodbye',
          title: 'You have left',
          hidden: true,
          model: { home: paths.home, join: paths.join },
        }),
      ),
  });
}
