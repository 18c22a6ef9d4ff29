import type { Answer } from './answer.js';
import { NotFound } from './errors.js';
import { type Access, isVisitFor, type Visit } from './visit.js';

/** What a visitor asked for, before it is parsed. */
export interface Asked {
  /** Path and query string as they came, without the origin. */
  url: string;
  params: Readonly<Record<string, string>>;
  search: URLSearchParams;
  /** What a form sent; empty where there was none. */
  form: URLSearchParams;
}

interface Declared<A extends Access> {
  /** `get` unless given. A `post` is answered by a redirect, or by its page again with 422. */
  method?: 'get' | 'post';
  path: string;
  access: A;
  /** At most so many an hour from one address, beside the limit for all pages. */
  perHour?: number;
  /**
   * `directory` caches the answer: it depends only on the address, the directory and the day. `never` is for pages that not even a
   * browser may keep, such as one whose address is a secret. A page behind the sign-in is never cached either.
   */
  cache: 'directory' | 'none' | 'never';
}

/** A route whose handler gets what `input` parsed. */
export interface RouteWithInput<Input, A extends Access = Access> extends Declared<A> {
  input(asked: Asked): Input;
  handle(input: Input, visit: Visit<A>): Promise<Answer> | Answer;
}

/** A route that reads nothing but its path. */
export interface RouteWithoutInput<A extends Access = Access> extends Declared<A> {
  input: 'none';
  handle(input: undefined, visit: Visit<A>): Promise<Answer> | Answer;
}

/** A route as it is mounted. */
export interface AnyRoute extends Declared<Access> {
  method: 'get' | 'post';
  /** Parses what was asked and handles it. @throws NotFound for a visit that may not call the route */
  run(asked: Asked, visit: Visit): Promise<Answer>;
}

/**
 * Declares a route: its path, who may call it, how what was asked is parsed (`none` when nothing is), and how it may be cached.
 * @throws Error naming the route that leaves one of these out, so that the program stops at start
 */
export function route<A extends Access>(definition: RouteWithoutInput<A>): AnyRoute;
export function route<Input, A extends Access>(definition: RouteWithInput<Input, A>): AnyRoute;
export function route<Input, A extends Access>(
  definition: RouteWithInput<Input, A> | RouteWithoutInput<A>,
): AnyRoute {
  assertComplete(definition);
  const { method = 'get', path, access, perHour, cache } = definition;
  return {
    ...{ method, path, access, cache },
    ...(perHour !== undefined && { perHour }),
    async run(asked, visit) {
      // The authorization has let them in: this only tells the compiler who they are.
      if (!isVisitFor(access, visit)) throw new NotFound('not the role for it');
      if (definition.input === 'none') return definition.handle(undefined, visit);
      return definition.handle(definition.input(asked), visit);
    },
  };
}

function assertComplete(definition: Declared<Access> & { input: unknown; handle: unknown }): void {
  const { method = 'get', path, access, input, cache, handle } = definition;
  if (!path || !access || !input || !cache || !handle)
    throw new Error(
      `The route ${path ?? '(no path)'} does not say its path, access, input, cache and handler.`,
    );
  if (cache === 'directory' && (access !== 'anyone' || method !== 'get'))
    throw new Error(`The route ${path} may not be cached for everyone.`);
}

/** @throws Error naming the route that is there twice */
export function assertDistinct(routes: readonly AnyRoute[]): void {
  const seen = new Set<string>();
  for (const { method, path } of routes) {
    const name = method === 'get' ? path : `${method} ${path}`;
    if (seen.has(name)) throw new Error(`The route ${name} is there twice.`);
    seen.add(name);
  }
}
