import { expect } from 'chai';
import { openSite, type Site } from '../support/site.js';
import { aTherapist } from '../support/therapist-builder.js';

describe('smoke', () => {
  let site: Site;
  before(async () => {
    site = await openSite({
      therapists: [
        aTherapist({ status: 'draft', published: null, email: 'ana@practice.example', confirmedAt: null }),
        aTherapist({ email: 'liv@practice.example' }),
      ],
    });
  });
  after(() => site.close());
  for (const email of ['ana@practice.example', 'liv@practice.example'])
    for (const path of ['', '/who', '/where', '/insurance', '/answers', '/whom', '/proof', '/check', '/preview', '/leave', '/data'])
      it(`${email} ${path}`, async () => {
        const visitor = await site.visitor(email);
        const seen = await visitor.get(`/practice${path}`);
        if (seen.status !== 200) console.log(seen.text('main'), site.log.filter((l) => l.includes('stack')).slice(-1)[0]?.slice(0, 800));
        expect(seen.status).to.equal(200);
      });
});
