import type { Answer } from './answer.js';
import type { Access, Visit } from './visit.js';

/** What a visitor asked for, before it is parsed. */
export interface Asked {
  /** Path and query string as they came, without the origin. */
  url: string;
  params: Readonly<Record<string, string>>;
  search: URLSearchParams;
  /** What a form sent; empty where none did. */
  form: URLSearchParams;
}

/**
 * One way in. Every route says its path, who may call it, and how what was asked is parsed (`none` when nothing is), and whether
 * its answer depends on nothing but the address, the directory and the day, so that it may be kept (`directory`); `never` is for
 * pages that not even a browser may keep, such as one whose address is a secret. What needs a sign-in is never kept either.
 */
export interface Route<Input = unknown, A extends Access = Access> {
  /** `get` when nothing is said. A `post` is answered by a redirect, or by its page again with 422. */
  method?: 'get' | 'post';
  path: string;
  access: A;
  /** At most so many an hour from one address, beside the limit for all pages. */
  perHour?: number;
  input: 'none' | ((asked: Asked) => Input);
  cache: 'directory' | 'none' | 'never';
  handle(input: Input, visit: Visit<A>): Promise<Answer> | Answer;
}

/** A route whose types have been checked against its handler, and are no longer needed. */
export type AnyRoute = Route<never, never>;

/** Checks a route's types where it is written. */
export function route<Input, A extends Access>(definition: Route<Input, A>): AnyRoute {
  return definition as unknown as AnyRoute;
}

/** @throws Error naming the route that leaves something unsaid, so that the program stops at start. */
export function assertComplete(routes: readonly AnyRoute[]): void {
  const seen = new Set<string>();
  for (const { method = 'get', path, access, input, cache, handle } of routes) {
    if (!path || !access || !input || !cache || !handle)
      throw new Error(
        `The route ${path ?? '(no path)'} does not say its path, access, input, cache and handler.`,
      );
    const name = method === 'get' ? path : `${method} ${path}`;
    if (seen.has(name)) throw new Error(`The route ${name} is there twice.`);
    seen.add(name);
    if (cache === 'directory' && (access !== 'anyone' || method !== 'get'))
      throw new Error(`The route ${name} may not be kept for everybody.`);
  }
}
