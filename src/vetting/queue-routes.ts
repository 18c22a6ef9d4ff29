import { toDay } from '../domain/calendar.js';
import { redirect } from '../web/answer.js';
import { paths } from '../web/paths.js';
import { idIn, reviewRoute } from '../web/review-route.js';
import type { AnyRoute } from '../web/route.js';
import { addresses, doneAddress } from './addresses.js';
import type { VettingRoutesDeps } from './deps.js';
import { lookUp } from './look-up.js';
import { queuePage } from './pages/queue.js';
import { readQueue } from './queue.js';
import { parseQueueQuery } from './queue-query.js';
import { refusedPage } from './refused.js';

/** The queue, and claiming or releasing a case. */
export function queueRoutes(deps: VettingRoutesDeps): AnyRoute[] {
  const { store, clock, show } = deps;
  return [
    reviewRoute({
      path: paths.review,
      input: ({ search }) => parseQueueQuery(search),
      async handle(query, visit) {
        const { email, formToken } = visit.person;
        const [queue, found, about] = await Promise.all([
          readQueue({ store, clock }, query, email),
          query.q === '' ? null : lookUp(deps, query),
          /^[a-z0-9]{8,32}$/.test(query.about) ? store.therapists.get(query.about) : null,
        ]);
        const today = toDay(clock.now());
        const model = queuePage({ query, queue, found, about, email, formToken, today });
        return show(visit, { view: 'vetting/queue', title: 'Queue', model });
      },
    }),
    handOver(deps, 'claim'),
    handOver(deps, 'release'),
  ];
}

/** After a claim comes the case, after a release the queue. */
function handOver({ reviews, show }: VettingRoutesDeps, action: 'claim' | 'release'): AnyRoute {
  return reviewRoute({
    method: 'post',
    path: addresses[action](':id'),
    input: (asked) => ({ id: idIn(asked), form: asked.form }),
    async handle({ id, form }, visit) {
      const outcome = await reviews.act(id, { action }, visit.person.email);
      if (outcome.kind === 'refused') return refusedPage(show, visit, outcome, form);
      return redirect(action === 'claim' ? `${addresses.one(id)}?done=claimed` : doneAddress('released', id));
    },
  });
}
