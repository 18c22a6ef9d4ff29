import { expect } from 'chai';
import express from 'express';
import { text } from '../../src/web/answer.js';
import { NotFound } from '../../src/web/errors.js';
import { mount } from '../../src/web/mount.js';
import { createPageCache } from '../../src/web/page-cache.js';
import { type AnyRoute, route } from '../../src/web/route.js';

const definition = {
  path: '/here',
  access: 'anyone',
  input: 'none',
  cache: 'none',
  handle: () => text('ok'),
} as const;

/** Puts the routes on a new app, as at start. */
function start(routes: readonly AnyRoute[]): void {
  mount(
    express(),
    routes,
    createPageCache(() => ({ directory: 1, day: '2026-03-02' })),
  );
}

describe('a route', () => {
  it('is accepted when it is complete', () => {
    expect(() => start([route(definition), route({ ...definition, path: '/there' })])).not.to.throw();
  });

  for (const field of ['path', 'access', 'input', 'cache', 'handle'] as const)
    it(`stops the start with its name when it lacks ${field}`, () => {
      const { [field]: _, ...rest } = definition;
      const named = field === 'path' ? /\(no path\)/ : /\/here/;
      expect(() => start([route(rest as typeof definition)])).to.throw(named);
      expect(() => start([route({ ...rest, [field]: undefined } as never)])).to.throw(named);
    });

  it('stops the start when it is cached for everyone but not open to everyone', () => {
    const kept = { ...definition, cache: 'directory' } as const;
    expect(() => start([route(kept)])).not.to.throw();
    expect(() => start([route({ ...kept, access: 'therapist' })])).to.throw('may not be cached');
    expect(() => start([route({ ...kept, method: 'post' })])).to.throw('may not be cached');
  });

  it('gives its handler only visits that its access allows', async () => {
    const own = route({ ...definition, access: 'signed-in', handle: (_, { person }) => text(person.email) });
    const asked = { url: '/here', params: {}, search: new URLSearchParams(), form: new URLSearchParams() };
    const error = await own.run(asked, { address: '', person: null }).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(NotFound);
  });

  it('stops the start when its path is taken', () => {
    expect(() => start([route(definition), route(definition)])).to.throw('The route /here is there twice.');
  });
});
