import type { Answer } from './answer.js';

/** What a visitor asked for, before it is parsed. */
export interface Asked {
  /** Path and query string as they came, without the origin. */
  url: string;
  params: Readonly<Record<string, string>>;
  search: URLSearchParams;
}

/**
 * One way in. Every route says its path, who may call it, and how what was asked is parsed (`none` when nothing is), and whether
 * its answer depends on nothing but the address, the directory and the day, so that it may be kept (`cache: 'directory'`).
 */
export interface Route<Input = unknown> {
  path: string;
  access: 'anyone';
  input: 'none' | ((asked: Asked) => Input);
  cache: 'directory' | 'none';
  handle(input: Input): Promise<Answer> | Answer;
}

/** A route whose input type has been checked against its handler, and is no longer needed. */
export type AnyRoute = Route<never>;

/** Checks a route's types where it is written. */
export function route<Input>(definition: Route<Input>): AnyRoute {
  return definition as AnyRoute;
}

/** @throws Error naming the route that leaves something unsaid, so that the program stops at start. */
export function assertComplete(routes: readonly AnyRoute[]): void {
  const seen = new Set<string>();
  for (const { path, access, input, cache, handle } of routes) {
    if (!path || !access || !input || !cache || !handle)
      throw new Error(
        `The route ${path ?? '(no path)'} does not say its path, access, input, cache and handler.`,
      );
    if (seen.has(path)) throw new Error(`The route ${path} is there twice.`);
    seen.add(path);
  }
}
