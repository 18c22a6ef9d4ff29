import { toDay } from '../domain/calendar.js';
import type { Therapist } from '../domain/therapist.js';
import { reports } from '../storage/kinds.js';
import { type Answer, redirect } from '../web/answer.js';
import { NotFound } from '../web/errors.js';
import { seenRevision } from '../web/fields.js';
import { idIn, reviewRoute } from '../web/review-route.js';
import type { AnyRoute } from '../web/route.js';
import type { Visit } from '../web/visit.js';
import { addresses } from './addresses.js';
import type { VettingRoutesDeps } from './deps.js';
import { findDuplicates } from './duplicates.js';
import { readPanels, typedPanels } from './findings-form.js';
import { type CaseShown, casePage } from './pages/case.js';
import { historyPage } from './pages/history.js';
import { npiPage } from './pages/npi.js';
import { nameOf } from './pages/words.js';
import { caseOf } from './subject.js';

/** One therapist: the case, its findings, what the registry says, the history. */
export function caseRoutes(deps: VettingRoutesDeps): AnyRoute[] {
  return [caseRoute(deps), findingsRoute(deps), npiRoute(deps), historyRoute(deps)];
}

type Extra = Partial<Pick<CaseShown, 'done' | 'typed' | 'messages' | 'contested' | 'refusal'>>;

async function showCase(
  { store, clock, hash, twoReviewers, npiRegistry, show }: VettingRoutesDeps,
  visit: Visit<'reviewer'>,
  therapist: Therapist,
  extra: Extra,
  status = 200,
): Promise<Answer> {
  const model = casePage({
    therapist,
    person: visit.person,
    now: clock.now(),
    twoReviewers,
    hasRegistry: npiRegistry !== null,
    duplicates: await findDuplicates(store, therapist, hash),
    reports: await store
      .records(reports)
      .tagged(`therapist:${therapist.id}`, { limit: 20, newestFirst: true }),
    done: '',
    typed: null,
    messages: new Map(),
    contested: [],
    refusal: '',
    ...extra,
  });
  return show(visit, { view: 'vetting/case', title: nameOf(therapist), model }, status);
}

function caseRoute(deps: VettingRoutesDeps): AnyRoute {
  return reviewRoute({
    path: addresses.one(':id'),
    input: (asked) => ({ id: idIn(asked), done: asked.search.get('done') ?? '' }),
    handle: async ({ id, done }, visit) => showCase(deps, visit, await deps.reviews.get(id), { done }),
  });
}

const MEANWHILE =
  'Other findings were saved meanwhile. They stand in the panels beside what you typed; save again to put yours in their place.';

function findingsRoute(deps: VettingRoutesDeps): AnyRoute {
  const { reviews } = deps;
  return reviewRoute({
    method: 'post',
    path: addresses.findings(':id'),
    input: (asked) => ({
      id: idIn(asked),
      typed: typedPanels(asked.form),
      seen: seenRevision(asked.form),
      at: asked.form.get('_at') ?? '',
    }),
    async handle({ id, typed, seen, at }, visit) {
      const { found, messages } = readPanels(typed);
      if (messages.size > 0) return showCase(deps, visit, await reviews.get(id), { typed, messages }, 422);
      // The button beside a panel leads back to it.
      const back = /^p-\d{1,3}$/.test(at) ? `#${at}` : '';
      if (found.length === 0) {
        await reviews.get(id);
        return redirect(`${addresses.one(id)}?done=unchanged${back}`);
      }
      const outcome = await reviews.record(id, found, visit.person.email, seen);
      if (outcome.kind === 'done') return redirect(`${addresses.one(id)}?done=saved${back}`);
      if (outcome.kind === 'conflict')
        return showCase(
          deps,
          visit,
          outcome.therapist,
          { typed, contested: outcome.subjects, refusal: MEANWHILE },
          409,
        );
      const status = outcome.outOfDate ? 409 : 422;
      return showCase(deps, visit, outcome.therapist, { typed, refusal: outcome.message }, status);
    },
  });
}

function npiRoute({ reviews, npiRegistry, clock, show }: VettingRoutesDeps): AnyRoute {
  return reviewRoute({
    path: addresses.npi(':id'),
    input: idIn,
    async handle(id, visit) {
      const therapist = await reviews.get(id);
      const npi = caseOf(therapist).profile.npi ?? null;
      if (npiRegistry === null || npi === null) throw new NotFound('nothing to look up, or nowhere');
      const answer = await npiRegistry.lookUp(npi);
      const { email, formToken } = visit.person;
      const model = npiPage({ therapist, npi, answer, email, formToken, today: toDay(clock.now()) });
      return show(visit, { view: 'vetting/npi', title: `NPI of ${nameOf(therapist)}`, model });
    },
  });
}

function historyRoute({ reviews, show }: VettingRoutesDeps): AnyRoute {
  return reviewRoute({
    path: addresses.history(':id'),
    input: idIn,
    async handle(id, visit) {
      const therapist = await reviews.get(id);
      const title = `History of ${nameOf(therapist)}`;
      return show(visit, { view: 'vetting/history', title, model: historyPage(therapist) });
    },
  });
}
