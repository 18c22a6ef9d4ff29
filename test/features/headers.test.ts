import { expect } from 'chai';
import { openSite, type Site } from '../support/site.js';
import { aTherapist } from '../support/therapist-builder.js';

const paths = [
  '/',
  '/therapists',
  '/therapists?state=FL',
  '/therapists/kept',
  '/therapists/kept?pick=kept',
  '/therapists/kept/checklist',
  '/compare?pick=kept',
  '/robots.txt',
  '/checklist',
  '/learn',
  '/privacy',
  '/no-such-page',
];

describe('the headers of every response', () => {
  let site: Site;
  before(async () => {
    site = await openSite({ therapists: [aTherapist({ slug: 'kept' })] });
  });
  after(() => site.close());

  it('set no cookie', async () => {
    for (const path of paths) expect((await site.get(path)).headers.get('set-cookie'), path).to.equal(null);
  });

  it('allow nothing from another origin and nothing inline', async () => {
    for (const path of paths) {
      const { headers, $ } = await site.get(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy, path).to.contain("default-src 'none'").and.not.to.contain('unsafe');
      expect(headers.get('referrer-policy'), path).to.equal('same-origin');
      expect($('[style], style, script:not([src])'), path).to.have.lengthOf(0);
    }
  });

  it('come with pages that load nothing from outside the site', async () => {
    for (const path of paths) {
      const { $ } = await site.get(path);
      const asked = $('[src], link[href], form[action]')
        .toArray()
        .map(
          (element) => $(element).attr('src') ?? $(element).attr('href') ?? $(element).attr('action') ?? '',
        );
      expect(
        asked.filter((url) => !/^\/(?!\/)/.test(url)),
        path,
      ).to.deep.equal([]);
    }
  });

  it('allow a 304 while nothing changed, and a full response after a change', async () => {
    const first = await site.get('/therapists/kept');
    const tag = first.headers.get('etag') ?? '';
    expect((await site.get('/therapists/kept', { 'if-none-match': tag })).status).to.equal(304);
    const kept = await site.store.therapists.getBySlug('kept');
    await site.store.therapists.update({
      ...kept!,
      published: { ...kept!.published!, name: 'Renamed Person' },
    });
    await site.holdspace.catchUp();
    const again = await site.get('/therapists/kept', { 'if-none-match': tag });
    expect(again.status).to.equal(200);
    expect(again.text('h1')).to.contain('Renamed Person');
  });

  it('name a compression that the browser accepts, for the same page', async () => {
    const plain = await site.get('/privacy', { 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).to.equal(null);
    for (const encoding of ['br', 'gzip']) {
      const page = await site.get('/privacy', { 'accept-encoding': encoding });
      expect(page.headers.get('content-encoding')).to.equal(encoding);
      expect(Number(page.headers.get('content-length'))).to.be.below(plain.body.length / 2);
      expect(page.body).to.equal(plain.body);
      expect(page.headers.get('vary')).to.contain('Accept-Encoding');
    }
  });

  it('let browsers cache the stylesheet and the scripts forever', async () => {
    const { $ } = await site.get('/checklist');
    for (const url of [$('link[rel=stylesheet]').attr('href')!, $('script').attr('src')!]) {
      const asset = await site.get(url, { 'accept-encoding': 'identity' });
      expect(asset.status).to.equal(200);
      expect(asset.headers.get('cache-control')).to.contain('immutable');
      expect(asset.headers.get('content-encoding')).to.equal(null);
      for (const visitor of ['the first', 'the next']) {
        const compressed = await site.get(url, { 'accept-encoding': 'br' });
        expect(compressed.headers.get('content-encoding'), visitor).to.equal('br');
        expect(compressed.body, visitor).to.equal(asset.body);
      }
    }
  });

  it('do not reach the log, nor does the search', async () => {
    await site.get('/therapists?q=secretword&state=FL');
    const log = site.log.join('\n');
    expect(log).to.contain('/therapists');
    expect(log).not.to.contain('secretword').and.not.to.contain('127.0.0.1').and.not.to.contain('state=');
  });

  it('promise strict transport security only on https', async () => {
    expect((await site.get('/')).headers.get('strict-transport-security')).to.equal(null);
    const secure = await openSite({ settings: { PUBLIC_URL: 'https://directory.example' } });
    try {
      const home = await secure.get('/');
      expect(home.headers.get('strict-transport-security')).to.contain('max-age');
      expect(home.$('link[rel=canonical]').attr('href')).to.equal('https://directory.example/');
    } finally {
      await secure.close();
    }
  });

  it('include a rate limit and when to retry', async () => {
    const limited = await openSite({ settings: { RATE_LIMIT: '3' } });
    try {
      const statuses: number[] = [];
      for (let turn = 0; turn < 5; turn++) statuses.push((await limited.get('/privacy')).status);
      expect(statuses).to.deep.equal([200, 200, 200, 429, 429]);
      const told = await limited.get('/therapists/anybody');
      expect(told.status).to.equal(429);
      expect(told.headers.get('content-type')).to.contain('text/html');
      expect(told.headers.get('cache-control')).to.equal('no-store');
      expect(Number(told.headers.get('retry-after'))).to.be.within(1, 60);
      expect(told.text('h1')).to.equal('Please wait a minute');
      expect(told.text('main')).to.contain('Load this page again');
      expect(told.$('header nav a[href="/therapists"]')).to.have.lengthOf(1);
      const style = told.$('link[rel=stylesheet]').attr('href')!;
      expect((await limited.get(style)).status, 'what dresses the page').to.equal(200);
      const visitor = await limited.visitor();
      const posted = await visitor.post('/sign-in', { email: 'ana@practice.example' });
      expect(posted.status).to.equal(429);
      expect(posted.text('main')).to.contain('Nothing was sent').and.not.to.contain('Load this page');
      expect((await limited.get('/healthz')).status).to.equal(200);
    } finally {
      await limited.close();
    }
  });

  it('go with a refusal of an address that is too long', async () => {
    expect((await site.get(`/therapists?q=${'a'.repeat(5000)}`)).status).to.equal(414);
  });
});
