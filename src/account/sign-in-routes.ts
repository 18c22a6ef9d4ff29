import { page, redirect, redirectAs } from '../web/answer.js';
import { paths } from '../web/paths.js';
import { type AnyRoute, type Asked, route } from '../web/route.js';
import { nextIn, readAskForm } from './ask-form.js';
import type { AccountPages } from './pages.js';
import type { Accounts } from './service.js';

export interface AccountRoutesDeps {
  accounts: Accounts;
  pages: AccountPages;
}

/** Requests for links from one network address. A practice may share one. */
export const ASKS_AN_HOUR = 20;
const USES_AN_HOUR = 60;

const secretIn = ({ params }: Asked) => params.secret ?? '';

export function signInRoutes({ accounts, pages }: AccountRoutesDeps): AnyRoute[] {
  return [
    route({
      path: paths.signIn,
      access: 'either',
      input: ({ search }) => nextIn(search),
      cache: 'none',
      handle: (next, { person }) => page(person === null ? pages.signIn({ next }) : pages.signedIn(person)),
    }),
    route({
      method: 'post',
      path: paths.signIn,
      access: 'anyone',
      perHour: ASKS_AN_HOUR,
      input: readAskForm,
      cache: 'none',
      async handle(asked) {
        if (asked.email === null) return page(pages.signIn(asked), 422);
        await accounts.ask('sign-in', asked.email, asked.next);
        return redirect(paths.signInSent);
      },
    }),
    route({
      path: paths.signInSent,
      access: 'anyone',
      input: 'none',
      cache: 'none',
      handle: () => page(pages.sent('sign-in')),
    }),
    route({
      path: paths.signInLink(':secret'),
      access: 'anyone',
      input: secretIn,
      cache: 'never',
      async handle(secret) {
        const token = await accounts.findLink(secret);
        return token === null ? page(pages.noLink(), 404) : page(pages.link(secret, token));
      },
    }),
    route({
      method: 'post',
      path: paths.signInLink(':secret'),
      access: 'anyone',
      perHour: USES_AN_HOUR,
      input: secretIn,
      cache: 'never',
      async handle(secret) {
        const entered = await accounts.enter(secret);
        return entered === null ? page(pages.noLink(), 404) : redirectAs(entered.to, entered.session);
      },
    }),
    route({
      method: 'post',
      path: paths.signOut,
      access: 'signed-in',
      input: 'none',
      cache: 'never',
      async handle(_input, { person }) {
        await accounts.leave(person.sessionId);
        return redirectAs(paths.home, null);
      },
    }),
  ];
}
