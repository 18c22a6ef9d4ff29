import type { Request } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import { Forged, NotFound, SignedOut } from './errors.js';
import { localPath } from './paths.js';
import type { AnyRoute } from './route.js';
import { mayCall, type Person, type Sessions, type Visit } from './visit.js';

/** What every route needs that more than reads a page. */
export interface AuthorizeDeps {
  sessions: Sessions;
  /** Whether people reach us by https: cookies then hold to this host and to https. */
  https: boolean;
  /** The site's origin from the settings; `null` when it is not set: then the origin of the request counts. */
  publicUrl: string | null;
  /** Whether routes have limits of their own. */
  limits: boolean;
}

/** With https, browsers take a cookie of this prefix only from this very host. */
export const cookieName = (https: boolean) => (https ? '__Host-holdspace' : 'holdspace');

/**
 * Checks a request, in this order: session, forgery, role. Calls `known` with the person who is signed in, even where they are refused.
 * @throws Forged when a form did not come from one of our pages. @throws SignedOut where they have to sign in first.
 * @throws NotFound for the wrong role, which hides that there is a page.
 */
export async function authorize(
  { access, method }: Pick<AnyRoute, 'access' | 'method'>,
  auth: AuthorizeDeps,
  request: Request,
  form: URLSearchParams | undefined,
  known: (person: Person) => void = () => undefined,
): Promise<Visit> {
  const posts = method === 'post';
  const person = access === 'anyone' ? null : await signedIn(auth, request);
  if (person !== null) known(person);
  if (posts && !isSameOrigin(auth, request)) throw new Forged('another origin');
  if (posts && person !== null && form?.get('_token') !== person.formToken) throw new Forged('no token');
  if (!mayCall(access, null) && person === null) throw new SignedOut(wayBack(request, posts));
  if (!mayCall(access, person)) throw new NotFound('not the role for it');
  // A household has any number of IPv6 addresses: its network counts, as for the limits.
  return { address: ipKeyGenerator(request.ip ?? ''), person };
}

/** The person who is signed in, by their cookie. Without a cookie it asks no store. */
export async function signedIn(
  { sessions, https }: Pick<AuthorizeDeps, 'sessions' | 'https'>,
  request: Request,
): Promise<Person | null> {
  const secret = cookieOf(request.headers.cookie ?? '', cookieName(https));
  return secret === null ? null : sessions.find(secret);
}

function cookieOf(header: string, name: string): string | null {
  const found = header.split(/;\s*/).find((pair) => pair.startsWith(`${name}=`));
  return found === undefined ? null : found.slice(name.length + 1);
}

/**
 * Browsers say where a form comes from. A client that does not is no browser, and carries no one's cookie.
 * https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 */
function isSameOrigin({ publicUrl }: AuthorizeDeps, request: Request): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  const { origin } = request.headers;
  if (origin === undefined) return true;
  return origin === (publicUrl ?? `${request.protocol}://${request.headers.host}`);
}

/** Where to go after the sign-in: the page asked for, or the one with the form. */
function wayBack(request: Request, posts: boolean): string | null {
  if (!posts) return localPath(request.originalUrl);
  const { referer = '' } = request.headers;
  if (!URL.canParse(referer)) return null;
  const { host, pathname, search } = new URL(referer);
  return host === request.headers.host ? localPath(pathname + search) : null;
}
