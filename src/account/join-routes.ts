import { page, redirect } from '../web/answer.js';
import { paths } from '../web/paths.js';
import { type AnyRoute, route } from '../web/route.js';
import { readAskForm } from './ask-form.js';
import { type AccountRoutesDeps, ASKS_AN_HOUR } from './sign-in-routes.js';

export function joinRoutes({ accounts, pages }: AccountRoutesDeps): AnyRoute[] {
  return [
    route({
      path: paths.join,
      access: 'either',
      input: 'none',
      cache: 'none',
      handle: (_input, { person }) => page(pages.join({ person })),
    }),
    route({
      method: 'post',
      path: paths.join,
      access: 'anyone',
      perHour: ASKS_AN_HOUR,
      input: readAskForm,
      cache: 'none',
      async handle(asked) {
        if (asked.email === null) return page(pages.join(asked), 422);
        await accounts.ask('join', asked.email, null);
        return redirect(paths.joinSent);
      },
    }),
    route({
      path: paths.joinSent,
      access: 'anyone',
      input: 'none',
      cache: 'none',
      handle: () => page(pages.sent('join')),
    }),
  ];
}
