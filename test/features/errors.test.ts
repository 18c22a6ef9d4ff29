import { expect } from 'chai';
import { aReviewer } from '../support/reviewers.js';
import { openSite, type Site } from '../support/site.js';
import { aTherapist } from '../support/therapist-builder.js';

describe('the error pages', () => {
  let site: Site;
  before(async () => {
    site = await openSite({ therapists: [aTherapist({ slug: 'here' })] });
  });
  after(() => site.close());

  for (const path of [
    '/no-such-page',
    '/therapists/nobody',
    '/therapists/nobody/checklist',
    '/therapists/%ff',
    '/therapists/..%2f..%2fetc%2fpasswd',
    '/therapists/__proto__',
    `/therapists/${'a'.repeat(300)}`,
    '/learn/constructor',
    '/assets/../package.json',
  ])
    it(`answer ${path.slice(0, 40)} with a link back to the search`, async () => {
      const page = await site.get(path);
      expect(page.status).to.equal(404);
      expect(page.$('main a[href="/therapists"]')).to.have.lengthOf(1);
    });

  it('link each role to its own pages only', async () => {
    const own = await openSite({ therapists: [aTherapist({ email: 'ana@practice.example' })] });
    try {
      const ana = await own.visitor('ana@practice.example');
      for (const path of ['/practice/no-such-page', '/review', '/review/reports']) {
        const page = await ana.get(path);
        expect(page.status, path).to.equal(404);
        expect(page.text('.account'), path).to.contain('ana@practice.example').and.to.contain('Sign out');
        expect(page.$('main .actions a').attr('href'), path).to.equal('/practice');
        expect(page.$('a[href^="/review"]'), path).to.have.lengthOf(0);
      }
      const rita = await aReviewer(own);
      const gone = await rita.get('/review/nobodyknows1');
      expect(gone.status).to.equal(404);
      expect(gone.$('main .actions a').attr('href')).to.equal('/review');
    } finally {
      await own.close();
    }
  });

  it('show a request id to report for a fault, and no internals', async () => {
    const broken = await openSite({ therapists: [aTherapist({ slug: 'here' })] });
    await broken.store.close();
    const page = await broken.get('/therapists/here');
    expect(page.status).to.equal(500);
    expect(page.text('main code')).to.match(/^request\d+$/);
    expect(page.body).not.to.match(/node_modules|\.js:|Error:|sqlite/i);
    expect(broken.log.join('\n')).to.contain(page.text('main code'));
    await broken.close().catch(() => undefined);
  });

  it('are joined by /healthz and /readyz, which report the state of the server', async () => {
    expect((await site.get('/healthz')).body).to.equal('ok');
    const ready = await site.get('/readyz');
    expect(ready.status).to.equal(200);
    expect(JSON.parse(ready.body)).to.include({ ready: true, store: 'ok' });
  });

  it('replace every page before the server is ready and while it stops', async () => {
    site.holdspace.health.phase = 'stopping';
    try {
      const page = await site.get('/');
      expect(page.status).to.equal(503);
      expect(page.headers.get('retry-after')).to.equal('2');
      expect((await site.get('/readyz')).status).to.equal(503);
      expect((await site.get('/healthz')).status).to.equal(200);
    } finally {
      site.holdspace.health.phase = 'serving';
    }
  });

  it('answer 404 to methods other than GET and HEAD', async () => {
    const posted = await fetch(`${site.origin}/therapists`, { method: 'POST', body: 'x' });
    expect(posted.status).to.equal(404);
    const head = await fetch(`${site.origin}/therapists`, { method: 'HEAD' });
    expect(head.status).to.equal(200);
    expect(await head.text()).to.equal('');
  });
});
