import { expect } from 'chai';
import { reviewers } from '../../src/storage/kinds.js';
import type { AnyRoute } from '../../src/web/route.js';
import type { Access } from '../../src/web/visit.js';
import { openSite, type Seen, type Site } from '../support/site.js';
import { aTherapist } from '../support/therapist-builder.js';
import type { Visitor } from '../support/visitor.js';

const ANA = 'ana@practice.example';
const BO = 'bo@practice.example';
const ROSA = 'rosa@holdspace.example';

type Guarded = AnyRoute;

/** Which access values let each role in. */
const roles: Record<'a therapist' | 'another therapist' | 'a reviewer', (access: Access) => boolean> = {
  'a therapist': (access) => access !== 'reviewer',
  'another therapist': (access) => access !== 'reviewer',
  'a reviewer': (access) => access !== 'therapist',
};

describe('the protected pages and forms', () => {
  let site: Site;
  let routes: Guarded[];
  let people: Record<keyof typeof roles, Visitor>;
  const ana = aTherapist({ email: ANA, slug: 'ana-ruiz' });
  before(async () => {
    site = await openSite({ therapists: [ana, aTherapist({ email: BO })] });
    await site.store
      .records(reviewers)
      .insert({ id: ROSA, revision: 1, createdAt: '2026-01-01T00:00:00.000Z' });
    const all = site.holdspace.routes();
    routes = all.filter(({ access }) => access !== 'anyone' && access !== 'either');
    people = {
      'a therapist': await site.visitor(ANA),
      'another therapist': await site.visitor(BO),
      'a reviewer': await site.visitor(ROSA),
    };
  });
  after(() => site.close());

  /** The address of the route about Ana. */
  const addressOf = ({ path }: Guarded) =>
    path.replace(/:(\w+)/g, (_, name: string) => (/slug/i.test(name) ? ana.slug : ana.id));

  const ask = (visitor: Visitor, route: Guarded, fields = {}, headers = {}): Promise<Seen> =>
    route.method === 'post'
      ? visitor.post(addressOf(route), fields, headers)
      : visitor.get(addressOf(route), headers);

  const tokenOf = async (visitor: Visitor) =>
    (await visitor.get('/sign-in')).$('input[name="_token"]').attr('value') ?? '';

  const named = (route: Guarded) => `${route.method ?? 'get'} ${route.path}`;

  it('are all under /review or /practice, or declare their access', () => {
    expect(routes.map(named)).to.include('post /sign-out');
    const all = site.holdspace.routes();
    for (const route of all) {
      if (/^\/review(\/|$)/.test(route.path)) expect(route.access, named(route)).to.equal('reviewer');
      if (/^\/practice(\/|$)/.test(route.path))
        expect(['therapist', 'signed-in'], named(route)).to.include(route.access);
    }
  });

  it('limit how often a therapist sends the same form', async () => {
    const all = site.holdspace.routes();
    for (const route of all.filter(({ method, access }) => method === 'post' && access === 'therapist'))
      expect(route.perHour, named(route)).to.be.within(1, 600);
    const strict = await openSite({
      therapists: [aTherapist({ email: ANA })],
      settings: { RATE_LIMIT: '1000' },
    });
    try {
      const visitor = await strict.visitor(ANA);
      const _token = await tokenOf(visitor);
      const statuses = [];
      for (let sent = 0; sent < 61; sent++)
        statuses.push((await visitor.post('/practice/check', { _token })).status);
      expect(statuses.slice(0, 60)).to.deep.equal(Array(60).fill(422));
      expect(statuses[60]).to.equal(429);
    } finally {
      await strict.close();
    }
  });

  it('do not include a public form without its own limit', () => {
    const all = site.holdspace.routes();
    const open = all.filter(
      ({ method, access }) => method === 'post' && ['anyone', 'either'].includes(access),
    );
    expect(open.length).to.be.above(4);
    for (const route of open) expect(route.perHour, named(route)).to.be.within(1, 100);
  });

  it('send a signed-out visitor to the sign-in page, and back afterwards', async () => {
    for (const route of routes) {
      const seen = await ask(await site.visitor(), route);
      expect(seen.status, named(route)).to.equal(303);
      const [path, query] = (seen.to ?? '').split('?');
      expect(path, named(route)).to.equal('/sign-in');
      const next = route.method === 'post' ? null : addressOf(route);
      expect(new URLSearchParams(query).get('next'), named(route)).to.equal(next);
    }
  });

  it('send a signed-out visitor to the sign-in page when the form is foreign or empty', async () => {
    for (const route of routes.filter(({ method }) => method === 'post'))
      for (const typed of [
        { words: 'A story' },
        { _token: '', words: 'A story' },
        { _token: 'old', words: '' },
      ])
        expect((await ask(await site.visitor(), route, typed)).status, named(route)).to.equal(303);
  });

  it('give back what was typed when the session ended meanwhile, with a link to the sign-in page', async () => {
    for (const route of routes.filter(({ method }) => method === 'post')) {
      const typed = { _token: 'old', words: 'A <b>long</b> story', 'ask.0.question': '' };
      const referer = `${site.origin}/practice/who`;
      const seen = await ask(await site.visitor(), route, typed, { referer });
      expect(seen.status, named(route)).to.equal(403);
      expect(seen.texts('.unsent dt, .unsent dd')).to.deep.equal(['words', 'A <b>long</b> story']);
      expect(seen.$('main a').attr('href')).to.equal('/sign-in?next=%2Fpractice%2Fwho');
      expect(seen.headers.get('cache-control')).to.equal('no-store');
    }
  });

  it('answer 404 to other roles, as a page that does not exist', async () => {
    for (const [role, may] of Object.entries(roles) as [keyof typeof roles, (access: Access) => boolean][]) {
      const visitor = people[role];
      const nowhere = await visitor.get('/no-such-page');
      const _token = await tokenOf(visitor);
      for (const route of routes.filter(({ access }) => !may(access))) {
        const seen = await ask(visitor, route, { _token });
        expect(seen.status, `${role}: ${named(route)}`).to.equal(404);
        expect(seen.text('main h1')).to.equal(nowhere.text('main h1'));
        expect(seen.body).not.to.contain(ana.published!.name);
      }
    }
  });

  it('refuse a form without the token of the session, or with another token', async () => {
    for (const [role, may] of Object.entries(roles) as [keyof typeof roles, (access: Access) => boolean][]) {
      const visitor = people[role];
      const foreign = await tokenOf(people[role === 'a therapist' ? 'another therapist' : 'a therapist']);
      for (const route of routes.filter(({ access, method }) => method === 'post' && may(access)))
        for (const fields of [{}, { _token: '' }, { _token: 'x' }, { _token: foreign }])
          expect((await ask(visitor, route, fields)).status, `${role}: ${named(route)}`).to.equal(403);
    }
  });

  it('refuse every form from another site', async () => {
    for (const visitor of Object.values(people)) {
      const _token = await tokenOf(visitor);
      for (const route of routes.filter(({ method }) => method === 'post')) {
        const seen = await ask(visitor, route, { _token }, { origin: 'https://evil.example' });
        expect(seen.status, named(route)).to.equal(403);
      }
    }
  });

  it('are neither cached nor compressed', async () => {
    for (const [role, may] of Object.entries(roles) as [keyof typeof roles, (access: Access) => boolean][])
      for (const route of routes.filter(({ access, method }) => method !== 'post' && may(access))) {
        const seen = await ask(people[role], route);
        expect(seen.status, `${role}: ${named(route)}`).to.be.below(500);
        expect(seen.headers.get('cache-control'), named(route)).to.equal('no-store');
        expect(seen.headers.get('content-encoding'), named(route)).to.equal(null);
      }
  });

  it('treat a made-up cookie as signed out', async () => {
    const visitor = await site.visitor();
    for (const value of ['x', 'a'.repeat(4000), '%00', ana.id, 'null']) {
      visitor.cookies.set('holdspace', value);
      for (const route of routes) expect((await ask(visitor, route)).status, named(route)).to.equal(303);
    }
  });
});
