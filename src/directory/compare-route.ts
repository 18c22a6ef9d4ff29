import { type Clock, toDay } from '../domain/calendar.js';
import { parseSearch } from '../search/query.js';
import { notCacheable, page } from '../web/answer.js';
import type { RenderPage } from '../web/layout.js';
import { paths } from '../web/paths.js';
import { type AnyRoute, type Asked, route } from '../web/route.js';
import { openShortlist, readPicks } from '../web/shortlist.js';
import { comparePage } from './pages/compare.js';
import { droppedWords } from './pages/dropped-words.js';
import { isNamed } from './pages/shortlist.js';
import type { Directory } from './service.js';

export interface CompareRouteDeps {
  directory: Directory;
  renderPage: RenderPage;
  clock: Clock;
}

/** Up to four of the shortlist side by side. */
export function compareRoute({ directory, renderPage, clock }: CompareRouteDeps): AnyRoute {
  return route({
    path: paths.compare,
    access: 'anyone',
    input: parseComparison,
    cache: 'directory',
    handle: async ({ picks, ...asked }) => {
      const list = await openShortlist(picks, directory.bySlug);
      const made = page(
        renderPage({
          view: 'directory/compare',
          title: 'Compare therapists',
          section: 'search',
          hidden: true,
          wide: true,
          // The second is for its button that prints.
          scripts: ['shortlist.js', 'referral.js'],
          model: comparePage({ ...asked, list }, toDay(clock.now())),
        }),
      );
      return isNamed(list) ? notCacheable(made) : made;
    },
  });
}

/** Of a search's parameters a comparison takes state and insurance; the others it may have been sent along with do no harm. */
function parseComparison({ search }: Asked) {
  const { query, dropped } = parseSearch(search);
  return {
    picks: readPicks(search),
    need: { state: query.state, payer: query.payer },
    differences: search.get('differences') === '1',
    notices: dropped.filter(({ name }) => name === 'state' || name === 'payer').map(droppedWords),
  };
}
