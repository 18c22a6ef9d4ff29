import type { Request } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import { Forged, NotFound, SignedOut } from './errors.js';
import { localPath } from './paths.js';
import type { AnyRoute } from './route.js';
import { type Access, mayCall, type Person, type Sessions, type Visit } from './visit.js';

/** What stands before every route that wants more than to be read. */
export interface Gate {
  sessions: Sessions;
  /** Whether people reach us by https: cookies then hold to this host and to https. */
  https: boolean;
  /** The origin people type, from the settings; `null` when there is none: then the one they asked for counts. */
  publicUrl: string | null;
  /** Whether limits by route hold. */
  limits: boolean;
}

/** With https, browsers take a cookie of this prefix only from this very host. */
export const cookieName = (https: boolean) => (https ? '__Host-holdspace' : 'holdspace');

/**
 * Lets a request in, in this order: session, forgery check, role. `known` is told who is signed in, even where they are refused.
 * @throws Forged when a form did not come from one of our pages. @throws SignedOut to be sent to the sign-in.
 * @throws NotFound for whoever lacks the right: not even that there is something is told.
 */
export async function admit(
  route: AnyRoute,
  gate: Gate,
  request: Request,
  form: URLSearchParams,
  known: (person: Person) => void = () => undefined,
): Promise<Visit> {
  const access = route.access as Access;
  const posts = route.method === 'post';
  const person = access === 'anyone' ? null : await signedIn(gate, request);
  if (person !== null) known(person);
  if (posts && !isSameOrigin(gate, request)) throw new Forged('another origin');
  if (posts && person !== null && form.get('_token') !== person.formToken) throw new Forged('no token');
  if (!mayCall(access, null) && person === null) throw new SignedOut(wayBack(request, posts));
  if (!mayCall(access, person)) throw new NotFound('not the role for it');
  // A household has as many addresses of IPv6 as it likes: its network counts, as for the limits.
  return { address: ipKeyGenerator(request.ip ?? ''), person } as Visit;
}

/** Who is signed in, by their cookie; no cookie costs nothing. */
export async function signedIn(
  { sessions, https }: Pick<Gate, 'sessions' | 'https'>,
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
 * Browsers say where a form comes from; what says nothing is no browser, and carries nobody's cookie.
 * https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 */
function isSameOrigin({ publicUrl }: Gate, request: Request): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  const { origin } = request.headers;
  if (origin === undefined) return true;
  return origin === (publicUrl ?? `${request.protocol}://${request.headers.host}`);
}

/** Where to go on after the sign-in: the page asked for, or the one with the form. */
function wayBack(request: Request, posts: boolean): string | null {
  if (!posts) return localPath(request.originalUrl);
  const { referer = '' } = request.headers;
  if (!URL.canParse(referer)) return null;
  const { host, pathname, search } = new URL(referer);
  return host === request.headers.host ? localPath(pathname + search) : null;
}
