import type { Clock } from '../domain/calendar.js';
import type { Store } from '../storage/store.js';
import type { RenderPage } from '../web/layout.js';
import type { AnyRoute } from '../web/route.js';
import { createLoginLinks, type LoginLinks } from './login-links.js';
import { createAccountPages } from './pages.js';
import { createPeople } from './people.js';
import { accountRoutes } from './routes.js';
import { createAccounts } from './service.js';
import { createSessions, type SessionKeeper } from './sessions.js';

interface Parts {
  store: Store;
  clock: Clock;
  newId: () => string;
  secretKey: string;
  renderPage: RenderPage;
  /** Whether letters go to a folder on this machine. */
  outbox: boolean;
  /** Is told that a letter waits. */
  onEmail: () => void;
}

export interface Account {
  sessions: SessionKeeper;
  /** For the post room, which sends the letters with links. */
  links: LoginLinks;
  routes: AnyRoute[];
}

/** Everything about signing in. */
export function createAccount({ renderPage, outbox, onEmail, ...tools }: Parts): Account {
  const people = createPeople(tools.store);
  const sessions = createSessions(tools);
  const links = createLoginLinks({ ...tools, people });
  const accounts = createAccounts({ ...tools, people, links, sessions, onEmail });
  const pages = createAccountPages({ renderPage, outbox });
  return { sessions, links, routes: accountRoutes({ accounts, pages }) };
}
