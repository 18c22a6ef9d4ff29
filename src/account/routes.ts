import type { AnyRoute } from '../web/route.js';
import { joinRoutes } from './join-routes.js';
import { type AccountParts, signInRoutes } from './sign-in-routes.js';

/** Signing in and out, and the way to apply. */
export function accountRoutes(parts: AccountParts): AnyRoute[] {
  return [...signInRoutes(parts), ...joinRoutes(parts)];
}
