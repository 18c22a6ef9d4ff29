import { data, text } from './answer.js';
import { Unready } from './errors.js';
import { type AnyRoute, route } from './route.js';

export type Phase = 'starting' | 'serving' | 'stopping';

/** How far the process is; `compose.ts` and `main.ts` move it on. */
export interface Health {
  phase: Phase;
}

/** @throws Unready unless pages can be served. */
export function assertServing(health: Health): void {
  if (health.phase !== 'serving') throw new Unready(health.phase);
}

/** What `/readyz` tells beside the phase: how each engine does, and which of them is not as it should be. */
export interface Condition {
  store: string;
  search: string;
  degraded: string[];
}
export type Report = () => Promise<Condition>;

/** `/healthz`: the process lives. `/readyz`: 200 when pages can be served, else 503; names what is degraded. */
export function healthRoutes(health: Health, report: Report): AnyRoute[] {
  const common = { access: 'anyone', input: 'none', cache: 'none' } as const;
  return [
    route({ ...common, path: '/healthz', handle: () => text('ok') }),
    route({
      ...common,
      path: '/readyz',
      handle: async () => {
        const ready = health.phase === 'serving';
        return data({ ready, phase: health.phase, ...(await report()) }, ready ? 200 : 503);
      },
    }),
  ];
}
