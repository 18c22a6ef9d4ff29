import type { Clock } from '../domain/calendar.js';
import type { Store } from '../storage/store.js';
import type { RenderPage } from '../web/layout.js';
import type { AnyRoute } from '../web/route.js';
import { joinRoutes } from './join-routes.js';
import { createLoginLinks, type LoginLinks } from './login-links.js';
import { createAccountPages } from './pages.js';
import { createPeople } from './people.js';
import { createAccounts } from './service.js';
import { createSessions, type SessionService } from './sessions.js';
import { signInRoutes } from './sign-in-routes.js';

export interface AccountDeps {
  store: Store;
  clock: Clock;
  newId: () => string;
  secretKey: string;
  renderPage: RenderPage;
  /** Whether emails go to a folder on this machine. */
  outbox: boolean;
  /** Called when an email was queued. */
  onEmail: () => void;
}

export interface Account {
  sessions: SessionService;
  /** For the mail worker, which sends the emails with links. */
  links: LoginLinks;
  routes: AnyRoute[];
}

/** Signing in and out, and the way to apply. */
export function createAccount({ renderPage, outbox, onEmail, ...deps }: AccountDeps): Account {
  const people = createPeople(deps.store);
  const sessions = createSessions(deps);
  const links = createLoginLinks({ ...deps, people });
  const accounts = createAccounts({ ...deps, people, links, sessions, onEmail });
  const pages = createAccountPages({ renderPage, outbox });
  const routesDeps = { accounts, pages };
  return { sessions, links, routes: [...signInRoutes(routesDeps), ...joinRoutes(routesDeps)] };
}
