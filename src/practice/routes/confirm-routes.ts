import type { Therapist } from '../../domain/therapist.js';
import { NotAllowed, Unmet } from '../../domain/workflow/errors.js';
import { allowedActions } from '../../domain/workflow/permission.js';
import { type Answer, page } from '../../web/answer.js';
import { paths } from '../../web/paths.js';
import { type AnyRoute, route } from '../../web/route.js';
import { dayLabel } from '../../wording/dates.js';
import { therapistOfConfirmToken, therapistOfUsedToken } from '../confirm-link.js';
import { factsOf } from '../pages/facts.js';
import type { PracticeRoutesDeps } from './deps.js';

const signIn = `${paths.signIn}?${new URLSearchParams({ next: paths.practice })}`;

/**
 * The page behind the link in a reminder. It shows what is public, and its button confirms that and can do nothing else. Opening the page
 * changes nothing, because mail scanners open links.
 */
export function confirmRoutes(deps: PracticeRoutesDeps): AnyRoute[] {
  const find = therapistOfConfirmToken({ therapists: deps.store.therapists, mac: deps.mac });
  const findUsed = therapistOfUsedToken({ therapists: deps.store.therapists, mac: deps.mac });
  const path = paths.confirm(':token');
  async function over(token: string): Promise<Answer> {
    const therapist = await findUsed(token);
    return therapist === null ? dead(deps) : done(deps, therapist);
  }
  return [
    route({
      path,
      access: 'anyone',
      input: ({ params }) => params.token ?? '',
      cache: 'never',
      async handle(token) {
        const therapist = await find(token);
        return therapist !== null && mayConfirm(therapist) ? asked(deps, therapist, token) : over(token);
      },
    }),
    route({
      method: 'post',
      path,
      access: 'anyone',
      perHour: 60,
      input: ({ params }) => params.token ?? '',
      cache: 'never',
      async handle(token) {
        const therapist = await find(token);
        if (therapist === null) return over(token);
        return deps.service.perform(therapist, 'confirm').then(
          (confirmed) => thanks(deps, confirmed),
          (error: unknown) => {
            if (error instanceof Unmet) return refused(deps, error.message);
            // Paused or withdrawn between the two clicks.
            if (error instanceof NotAllowed) return dead(deps);
            throw error;
          },
        );
      },
    }),
  ];
}

const mayConfirm = (therapist: Therapist) => allowedActions(therapist, 'therapist').includes('confirm');

function asked({ renderPage }: PracticeRoutesDeps, therapist: Therapist, token: string): Answer {
  const model = {
    name: therapist.published?.name ?? '',
    lapsed: therapist.status === 'lapsed',
    action: paths.confirm(token),
    facts: factsOf(therapist),
    signIn,
  };
  return show(renderPage, 'practice/confirm', 'Everything still right?', model);
}

function thanks({ renderPage }: PracticeRoutesDeps, { slug }: Therapist): Answer {
  return show(renderPage, 'practice/confirmed', 'Confirmed', { publicPage: paths.therapist(slug), signIn });
}

/** The page after a second click: the therapist may not have seen the first answer. */
function done({ renderPage }: PracticeRoutesDeps, { slug, confirmedAt }: Therapist): Answer {
  const model = { day: confirmedAt && dayLabel(confirmedAt), publicPage: paths.therapist(slug), signIn };
  return show(renderPage, 'practice/confirmed-already', 'Confirmed already', model);
}

function dead({ renderPage }: PracticeRoutesDeps): Answer {
  return show(renderPage, 'practice/dead-link', 'This link does not work any more', { signIn }, 404);
}

function refused({ renderPage }: PracticeRoutesDeps, message: string): Answer {
  return show(renderPage, 'practice/not-confirmed', 'Not confirmed', { message, signIn }, 422);
}

function show(
  renderPage: PracticeRoutesDeps['renderPage'],
  view: string,
  title: string,
  model: object,
  status = 200,
): Answer {
  return page(renderPage({ view, title, hidden: true, model }), status);
}
