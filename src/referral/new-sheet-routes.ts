import { page, redirect } from '../web/answer.js';
import type { Messages } from '../web/fields.js';
import { paths } from '../web/paths.js';
import { type AnyRoute, route } from '../web/route.js';
import { type Candidate, candidatesOf, listingOf, refusalsOf } from './candidates.js';
import type { ReferralDeps } from './deps.js';
import { needOf, newSheetPage } from './pages/new.js';
import { readPractice } from './practice-form.js';
import type { Order, Referrals } from './service.js';
import { readWanted, searchOf, type Wanted } from './wanted.js';

/** A busy clinic behind one address stays below it. */
const SHEETS_AN_HOUR = 60;

const none: Messages = new Map();

/** The page on which a sheet is put together, and what makes it. */
export function newSheetRoutes(deps: ReferralDeps, referrals: Referrals): AnyRoute[] {
  const common = { access: 'anyone', cache: 'none' } as const;
  const lookUp = ({ slugs }: Wanted) =>
    candidatesOf(slugs, { therapists: deps.store.therapists, clock: deps.clock });
  return [
    route({
      ...common,
      path: paths.newReferral,
      input: (asked) => readWanted(asked.search),
      handle: async (wanted) => page(await newPage(deps, wanted, await lookUp(wanted), none)),
    }),
    route({
      ...common,
      method: 'post',
      path: paths.referrals,
      perHour: SHEETS_AN_HOUR,
      input: (asked) => readWanted(asked.form),
      handle: async (wanted) => {
        const candidates = await lookUp(wanted);
        const order = orderOf(wanted, candidates);
        if ('messages' in order) return page(await newPage(deps, wanted, candidates, order.messages), 422);
        const { token, endToken } = await referrals.make(order);
        return redirect(paths.madeSheet(token, endToken));
      },
    }),
  ];
}

/** The sheet that was asked for, or what refuses it: every fault at once. */
function orderOf(wanted: Wanted, candidates: readonly Candidate[]): Order | { messages: Messages } {
  const refusals = refusalsOf(wanted, candidates);
  const practice = readPractice(wanted.typed);
  const need = needOf(wanted);
  if ('messages' in practice) return { messages: new Map([...refusals, ...practice.messages]) };
  if (refusals.size > 0 || need === null) return { messages: refusals };
  const therapistIds = candidates.map((candidate) => listingOf(candidate)?.id ?? '');
  return { ...practice, ...need, therapistIds };
}

async function newPage(
  { search, byIds, renderPage }: ReferralDeps,
  wanted: Wanted,
  candidates: readonly Candidate[],
  messages: Messages,
): Promise<string> {
  const found = await search(searchOf(wanted));
  const listings = await byIds(found.answer.hits.map((hit) => hit.id));
  const made = newSheetPage({
    wanted,
    candidates,
    found,
    listings: new Map(listings.map((listing) => [listing.id, listing])),
    messages,
  });
  return renderPage({
    view: 'referral/new',
    title: messages.size > 0 ? 'To be mended: new referral sheet' : 'New referral sheet',
    hidden: true,
    scripts: ['referral.js'],
    model: made,
  });
}
