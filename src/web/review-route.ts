import { type AnyRoute, type Asked, type RouteWithInput, type RouteWithoutInput, route } from './route.js';

type Said = 'access' | 'cache' | 'perHour';

/** A route for reviewers, whose answer is never cached. */
export function reviewRoute(definition: Omit<RouteWithoutInput<'reviewer'>, Said>): AnyRoute;
export function reviewRoute<Input>(definition: Omit<RouteWithInput<Input, 'reviewer'>, Said>): AnyRoute;
export function reviewRoute<Input>(
  definition: Omit<RouteWithInput<Input, 'reviewer'>, Said> | Omit<RouteWithoutInput<'reviewer'>, Said>,
): AnyRoute {
  const said = { access: 'reviewer', cache: 'none' } as const;
  return definition.input === 'none'
    ? route({ ...definition, input: definition.input, ...said })
    : route({ ...definition, ...said });
}

export const idIn = ({ params }: Asked): string => params.id ?? '';
