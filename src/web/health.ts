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

/** `/healthz`: the process lives. `/readyz`: 200 when pages can be served, else 503; names what is degraded. */
export function healthRoutes(health: Health, ping: () => Promise<void>): AnyRoute[] {
  return [
    route({
      path: '/healthz',
      access: 'anyone',
      input: 'none',
      cache: 'none',
      handle: () => text('ok'),
    }),
    route({
      path: '/readyz',
      access: 'anyone',
      input: 'none',
      cache: 'none',
      handle: async () => {
        const store = await ping().then(
          () => 'ok',
          () => 'unreachable',
        );
        const ready = health.phase === 'serving';
        return data(
          { ready, phase: health.phase, store, search: ready ? 'ok' : 'building' },
          ready ? 200 : 503,
        );
      },
    }),
  ];
}
