import { expect } from 'chai';
import { reviewers } from '../../src/storage/kinds.js';
import { ANA, anApplicant } from '../support/own-site.js';
import { openSite, type Site } from '../support/site.js';
import { aTherapist } from '../support/therapist-builder.js';

const pages = [
  '',
  'who',
  'where',
  'insurance',
  'answers',
  'whom',
  'proof',
  'check',
  'preview',
  'data',
  'leave',
];
const posts = [
  ...[
    'who',
    'where',
    'insurance',
    'answers',
    'whom',
    'proof',
    'check',
    'questions',
    'reports/report00000001',
  ],
  ...['take-back', 'drop', 'confirm', 'pause', 'resume', 'leave'],
];
const path = (page: string) => (page === '' ? '/practice' : `/practice/${page}`);

describe('the pages of a therapist', () => {
  let site: Site;
  const REVIEWER = 'dana@holdspace.example';
  before(async () => {
    site = await openSite({
      therapists: [
        anApplicant({ draft: { name: 'Ana Hidden' } }),
        aTherapist({ email: 'liv@practice.example', published: { name: 'Liv Public' } }),
        aTherapist({
          email: 'gone@practice.example',
          status: 'withdrawn',
          published: null,
          confirmedAt: null,
        }),
      ],
    });
    await site.store
      .records(reviewers)
      .insert({ id: REVIEWER, revision: 1, createdAt: '2026-01-01T00:00:00.000Z' });
  });
  after(() => site.close());

  for (const page of pages)
    it(`send a signed-out visitor to the sign-in page, do not exist for a reviewer, and show each therapist their own: ${path(page)}`, async () => {
      const nobody = await site.get(path(page));
      expect(nobody.status).to.equal(303);
      expect(nobody.to).to.equal(`/sign-in?next=${encodeURIComponent(path(page))}`);
      expect((await (await site.visitor(REVIEWER)).get(path(page))).status).to.equal(404);
      expect((await (await site.visitor('gone@practice.example')).get(path(page))).status).to.equal(303);
      for (const [email, name] of [
        [ANA, 'Liv Public'],
        ['liv@practice.example', 'Ana Hidden'],
      ] as const) {
        const seen = await (await site.visitor(email)).get(path(page));
        expect(seen.status).to.equal(200);
        expect(seen.body).not.to.contain(name);
        expect(seen.headers.get('cache-control')).to.equal('no-store');
      }
    });

  for (const page of posts)
    it(`refuse a form from a signed-out visitor, a reviewer or another site, or without a token: ${path(page)}`, async () => {
      const before = await site.store.therapists.page(null, 10);
      expect((await (await site.visitor()).post(path(page), {})).status).to.equal(303);
      const ana = await site.visitor(ANA);
      const _token = (await ana.get('/practice')).$('[name=_token]').val() as string;
      expect((await ana.post(path(page), {})).status).to.equal(403);
      expect((await ana.post(path(page), { _token: 'x' })).status).to.equal(403);
      const cross = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
      expect((await ana.post(path(page), { _token }, cross)).status).to.equal(403);
      const dana = await site.visitor(REVIEWER);
      const [, cookie] = [...dana.cookies][0] ?? [];
      expect(cookie).to.be.a('string');
      expect([403, 404]).to.include((await dana.post(path(page), { _token })).status);
      expect(await site.store.therapists.page(null, 10)).to.deep.equal(before);
    });

  it('do not exist under other names', async () => {
    const ana = await site.visitor(ANA);
    for (const other of ['/practice/nobody', '/practice/__proto__', '/practice/who/1', '/practice/reports'])
      expect((await ana.get(other)).status, other).to.equal(404);
  });
});
