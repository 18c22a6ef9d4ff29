import { emptyQuery } from '../search/query-fields.js';
import { page } from '../web/answer.js';
import { paths } from '../web/paths.js';
import { type AnyRoute, route } from '../web/route.js';
import { payerOptions, stateOptions } from '../wording/options.js';
import type { ReferralDeps } from './deps.js';
import { newSheetRoutes } from './new-sheet-routes.js';
import { createReferrals, type Referrals } from './service.js';
import { sheetRoutes } from './sheet-routes.js';

/** The pages that physicians use, and what other features ask of sheets. */
export function createReferral(deps: ReferralDeps): { routes: AnyRoute[]; referrals: Referrals } {
  const referrals = createReferrals(deps);
  const routes = [startRoute(deps), ...newSheetRoutes(deps, referrals), ...sheetRoutes(deps, referrals)];
  return { routes, referrals };
}

function startRoute({ search, renderPage }: ReferralDeps): AnyRoute {
  return route({
    path: paths.referrals,
    access: 'anyone',
    input: 'none',
    cache: 'directory',
    handle: async () => {
      const { answer } = await search(emptyQuery);
      return page(
        renderPage({
          view: 'referral/start',
          title: 'Refer a patient for KAP',
          description:
            'For physicians: from state and insurance to a printed, current referral sheet in a minute. No account, and nothing about the patient.',
          canonical: paths.referrals,
          model: {
            action: paths.newReferral,
            states: stateOptions(emptyQuery, answer.counts),
            payers: payerOptions(emptyQuery, answer.counts),
          },
        }),
      );
    },
  });
}
