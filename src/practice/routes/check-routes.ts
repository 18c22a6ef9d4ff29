import { toDay } from '../../domain/calendar.js';
import { StaleDraft, Unmet } from '../../domain/workflow/errors.js';
import { type Answer, redirect } from '../../web/answer.js';
import { catchExpected } from '../../web/catch-expected.js';
import { type Messages, seenRevision } from '../../web/fields.js';
import { paths } from '../../web/paths.js';
import { type AnyRoute, route } from '../../web/route.js';
import { missingIn } from '../missing.js';
import { checkPage } from '../pages/check.js';
import { type Own, ownPage, type PracticeRoutesDeps } from './deps.js';

/** Each submission is stored for good, with everything that was sent. */
const SUBMITS_AN_HOUR = 60;
const TICK = 'Tick this to send it: a reviewer relies on it.';
const MISSING = 'Something is still missing: see below.';
const STALE = 'This was changed in another window meanwhile. Look at it again, and send it then.';

/** Check and send. */
export function checkRoutes(deps: PracticeRoutesDeps): AnyRoute[] {
  const path = paths.practicePage('check');
  return [
    route({
      path,
      access: 'therapist',
      input: 'none',
      cache: 'none',
      handle: (_, { person }) => show(deps, person, {}),
    }),
    route({
      method: 'post',
      path,
      access: 'therapist',
      perHour: SUBMITS_AN_HOUR,
      input: ({ form }) => ({ stated: form.get('statement') === '1', seen: seenRevision(form) }),
      cache: 'none',
      async handle({ stated, seen }, { person }) {
        const lacks = missingIn(person.therapist, toDay(deps.clock.now())).length > 0;
        if (lacks) return show(deps, person, { messages: new Map([['missing', MISSING]]), stated }, 422);
        if (!stated) return show(deps, person, { messages: new Map([['statement', TICK]]) }, 422);
        return send(deps, person, seen);
      },
    }),
  ];
}

async function send(deps: PracticeRoutesDeps, person: Own, seen: number): Promise<Answer> {
  const sent = await catchExpected(deps.service.perform(person.therapist, 'submit', seen), StaleDraft, Unmet);
  if (sent instanceof StaleDraft) {
    const now = { ...person, therapist: sent.therapist };
    return show(deps, now, { messages: new Map([['statement', STALE]]) }, 409);
  }
  if (sent instanceof Unmet)
    return show(deps, person, { messages: new Map([['missing', sent.message]]), stated: true }, 422);
  return redirect(`${paths.practice}?done=submit`);
}

interface Shown {
  messages?: Messages;
  stated?: boolean;
}

function show(
  { renderPage, clock }: PracticeRoutesDeps,
  person: Own,
  { messages = new Map(), stated = false }: Shown,
  status = 200,
): Answer {
  const { therapist, formToken } = person;
  const model = checkPage({ therapist, today: toDay(clock.now()), formToken, messages, stated });
  return ownPage(renderPage, person, { view: 'practice/check', title: 'Check and send', model }, status);
}
