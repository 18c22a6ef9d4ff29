import { type AnyRoute, type Asked, type Route, route } from './route.js';

/** A route for reviewers: who may call it, and that nothing keeps its answer, is said here once for all of them. */
export function reviewRoute<Input>(
  definition: Pick<Route<Input, 'reviewer'>, 'path' | 'method' | 'input' | 'handle'>,
): AnyRoute {
  return route({ ...definition, access: 'reviewer', cache: 'none' });
}

export const idIn = ({ params }: Asked): string => params.id ?? '';
