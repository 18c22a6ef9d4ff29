import { expect } from 'chai';
import fc from 'fast-check';
import { createVetting } from '../../src/vetting/create-vetting.js';
import type { AnyRoute } from '../../src/web/route.js';
import { anApplicant } from '../support/an-applicant.js';
import { hostileText } from '../support/arbitrary-text.js';
import { aReviewer } from '../support/reviewers.js';
import { openSite, type Site } from '../support/site.js';
import { aTherapist } from '../support/therapist-builder.js';
import type { Visitor } from '../support/visitor.js';

/** The review routes without services: tests read their declarations, and no handler is called. */
const { routes }: { routes: AnyRoute[] } = createVetting(
  new Proxy({}, { get: () => () => undefined }) as Parameters<typeof createVetting>[0],
);
const address = (path: string) => path.replace(':id', 'applicant1').replace(':decision', 'list');

describe('the pages of reviewers', () => {
  let site: Site;
  before(async () => {
    site = await openSite({
      therapists: [
        anApplicant({ id: 'applicant1', email: 'ana@practice.example', claimedBy: 'rita@review.example' }),
        aTherapist({ id: 'listing0001', slug: 'lara' }),
      ],
    });
  });
  after(() => site.close());

  it('require a reviewer on every route, and are never cached', () => {
    expect(routes.length).to.be.greaterThan(8);
    for (const { path, access, cache } of routes) {
      expect(path).to.match(/^\/review(\/|$)/);
      expect(access as string, path).to.equal('reviewer');
      expect(cache, path).to.equal('none');
    }
  });

  it('send a signed-out visitor to the sign-in page, and do not exist for a therapist', async () => {
    const stranger = await site.visitor();
    const ana = await site.visitor('ana@practice.example');
    const token = (await ana.get('/sign-in')).$('[name=_token]').attr('value') ?? '';
    expect(token, 'of a page of her own').not.to.equal('');
    for (const { method = 'get', path } of routes) {
      const ask = (who: Visitor) =>
        method === 'post' ? who.post(address(path), { _token: token }) : who.get(address(path));
      const seen = await ask(stranger);
      expect([seen.status, seen.to?.startsWith('/sign-in')], path).to.deep.equal([303, true]);
      expect((await ask(ana)).status, `${method} ${path}`).to.equal(404);
    }
  });

  it('refuse a form without its token', async () => {
    const rita = await aReviewer(site);
    for (const { method, path } of routes.filter((one) => one.method === 'post'))
      expect((await rita.post(address(path), {})).status, `${method} ${path}`).to.equal(403);
  });

  it('answer hostile forms with a message, and never fail', async () => {
    const rita = await aReviewer(site);
    const token = (await rita.get('/review')).$('[name=_token]').attr('value') ?? '';
    const names = fc.constantFrom(
      'finding.0.subject',
      'finding.0.result',
      'finding.0.seen',
      'finding.0.on',
      'finding.0.was',
      'finding.0.channel',
      'finding',
      'finding.0',
      'finding.0.seen.0',
      'finding.299.result',
      'finding.x.y',
      'draftRevision',
      '_at',
      '_step',
      'reason',
      'words',
      'ask',
      'ask.0.field',
      'ask.0.question',
      'ask.0',
      'ask.__proto__.question',
      'coverage',
      'authority',
      'offices',
      'phone',
      'email',
      'web',
      'waitWeeks',
      'accepting',
    );
    const values = fc.oneof(
      hostileText,
      fc.constantFrom(
        'identity',
        'training',
        'verified',
        'not-shown',
        '2026-03-01',
        '0',
        '-1',
        '1e99',
        'send',
        'preview',
        'other',
        'none',
        'x'.repeat(5000),
      ),
    );
    const paths = [
      '/review/applicant1/findings',
      '/review/listing0001/findings',
      '/review/listing0001/correct',
      '/review/applicant1/decide/ask',
      '/review/applicant1/decide/decline',
      '/review/listing0001/decide/suspend',
    ];
    const form = fc.tuple(fc.constantFrom(...paths), fc.array(fc.tuple(names, values), { maxLength: 12 }));
    await fc.assert(
      fc.asyncProperty(form, async ([path, fields]) => {
        const { status } = await rita.post(path, new URLSearchParams([['_token', token], ...fields]));
        expect([200, 303, 409, 422], `${path} ${JSON.stringify(fields)}`).to.include(status);
      }),
      { numRuns: 150 },
    );
    expect(site.log.filter((line) => line.includes('"failed"'))).to.deep.equal([]);
  });

  it('accept any query of the queue', async () => {
    const rita = await aReviewer(site);
    const params = fc.array(
      fc.tuple(fc.constantFrom('q', 'show', 'state', 'page', 'done', 'about'), hostileText),
      { maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(params, async (fields) => {
        const query = String(new URLSearchParams(fields)).slice(0, 3000);
        expect((await rita.get(`/review?${query}`)).status).to.equal(200);
      }),
      { numRuns: 60 },
    );
  });
});
