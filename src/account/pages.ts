import type { LoginToken } from '../domain/account.js';
import { accountBar } from '../web/account-bar.js';
import { errorSummary, fieldMaker, type Messages, typedIn } from '../web/fields.js';
import type { PageSpec, RenderPage } from '../web/layout.js';
import { paths } from '../web/paths.js';
import type { Person } from '../web/visit.js';
import { LINK_MINUTES } from './login-links.js';
import type { Purpose } from './service.js';

/** What was typed and what is wrong with it, where a form came back. */
interface Typed {
  form?: URLSearchParams;
  messages?: Messages;
}

export interface AccountPages {
  signIn(asked: Typed & { next: string | null }): string;
  signedIn(person: Person): string;
  join(asked: Typed & { person?: Person | null }): string;
  sent(purpose: Purpose): string;
  link(secret: string, token: LoginToken): string;
  noLink(): string;
}

export interface AccountPagesDeps {
  renderPage: RenderPage;
  /** Emails go to a folder on this machine: the page says where the link is. */
  outbox: boolean;
}

export function createAccountPages({ renderPage, outbox }: AccountPagesDeps): AccountPages {
  const render = (view: string, title: string, model: object, more: Partial<PageSpec> = {}) =>
    renderPage({ view: `account/${view}`, title, hidden: true, model, ...more });

  return {
    signIn: ({ next, ...typed }) =>
      render('sign-in', 'Sign in', { ...emailForm(typed), next: next ?? '', minutes: LINK_MINUTES }),
    signedIn: (person) =>
      render('signed-in', 'You are signed in', ownPlaces(person), { account: accountBar(person) }),
    join({ person = null, ...typed }) {
      const model = { ...emailForm(typed), already: person?.therapist ? paths.practice : '' };
      const title = 'List your KAP practice';
      const description = 'What applying takes, what is checked and why, and what it costs: nothing.';
      const account = person === null ? {} : { account: accountBar(person) };
      return render('join', title, model, { description, canonical: paths.join, hidden: false, ...account });
    },
    sent: (purpose) =>
      render('sent', 'Check your email', {
        joins: purpose === 'join',
        again: purpose === 'join' ? paths.join : paths.signIn,
        minutes: LINK_MINUTES,
        outbox,
      }),
    link(secret, { email, purpose }) {
      const joins = purpose === 'join';
      const title = joins ? 'Open your application' : 'Sign in';
      return render('link', title, { title, action: paths.signInLink(secret), email, joins });
    },
    noLink: () =>
      render('no-link', 'This link does not work any more', {
        ...emailForm({}),
        next: '',
        minutes: LINK_MINUTES,
      }),
  };
}

function emailForm({ form = new URLSearchParams(), messages = new Map() }: Typed) {
  const fields = fieldMaker(typedIn(form), messages);
  const wish = { type: 'email', autocomplete: 'email', maxlength: 120 } as const;
  return { errors: errorSummary(messages), email: fields.text('email', 'Your e-mail address', wish) };
}

function ownPlaces(person: Person) {
  const { email, links } = accountBar(person);
  return { email, links };
}
