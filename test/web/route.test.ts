import { expect } from 'chai';
import express from 'express';
import { text } from '../../src/web/answer.js';
import { mount } from '../../src/web/mount.js';
import { createPageCache } from '../../src/web/page-cache.js';
import { type AnyRoute, route } from '../../src/web/route.js';

const whole = () =>
  route({ path: '/here', access: 'anyone', input: 'none', cache: 'none', handle: () => text('ok') });

/** Puts the routes on a new app, as at start. */
function start(routes: readonly AnyRoute[]): void {
  mount(
    express(),
    routes,
    createPageCache(() => ({ directory: 1, day: '2026-03-02' })),
  );
}

describe('a route', () => {
  it('that says everything is taken', () => {
    expect(() => start([whole(), { ...whole(), path: '/there' }])).not.to.throw();
  });

  for (const field of ['path', 'access', 'input', 'cache', 'handle'] as const)
    it(`that forgets its ${field} stops the start, by name`, () => {
      const { [field]: _, ...rest } = whole();
      const named = field === 'path' ? /\(no path\)/ : /\/here/;
      expect(() => start([rest as AnyRoute])).to.throw(named);
      expect(() => start([{ ...rest, [field]: undefined } as unknown as AnyRoute])).to.throw(named);
    });

  it('that is there twice stops the start', () => {
    expect(() => start([whole(), whole()])).to.throw('The route /here is there twice.');
  });
});
