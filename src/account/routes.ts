import type { AnyRoute } from '../web/route.js';
import { joinRoutes } from './join-routes.js';
import type { AccountPages } from './pages.js';
import type { Accounts } from './service.js';
import { signInRoutes } from './sign-in-routes.js';

export interface AccountParts {
  accounts: Accounts;
  pages: AccountPages;
}

/** Signing in and out, and the way to apply. */
export function accountRoutes(parts: AccountParts): AnyRoute[] {
  return [...signInRoutes(parts), ...joinRoutes(parts)];
}
