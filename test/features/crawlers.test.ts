import { expect } from 'chai';
import { load } from 'cheerio';
import { sitemapOf } from '../../src/directory/sitemap.js';
import { questionCount } from '../../src/wording/questions.js';
import { openSite, type Seen, type Site } from '../support/site.js';
import { aTherapist, type TherapistWish } from '../support/therapist-builder.js';

const ORIGIN = 'https://directory.example';
const evil = '</script>\u2028<script>alert(1)</script><!--';

const them = aTherapist({
  slug: 'them',
  email: 'private@home.example',
  published: {
    name: 'Rowan Ellery',
    npi: '1234567893',
    about: `I listen. ${evil}`,
    contact: { phone: '973-555-0142', email: 'desk@practice.example', web: 'https://practice.example/' },
  },
});

interface Json {
  [key: string]: Json & string;
}
const dataOf = (page: Seen): Json => JSON.parse(page.$('script[type="application/ld+json"]').text());
const locsOf = (page: Seen): string[] => {
  const $ = load(page.body, { xml: true });
  return $('loc')
    .toArray()
    .map((loc) => $(loc).text());
};

async function withSite<T>(
  wish: TherapistWish[],
  settings: Record<string, string>,
  use: (site: Site) => Promise<T>,
) {
  const site = await openSite({ therapists: wish.map(aTherapist), settings });
  try {
    return await use(site);
  } finally {
    await site.close();
  }
}

describe('the site for search engines', () => {
  let site: Site;
  before(async () => {
    site = await openSite({
      therapists: [
        them,
        aTherapist({ slug: 'paused', status: 'paused' }),
        aTherapist({ slug: 'gone', confirmedDaysAgo: 200 }),
      ],
      settings: { PUBLIC_URL: ORIGIN },
    });
  });
  after(() => site.close());

  it('gives the facts of a profile as schema.org data', async () => {
    const data = dataOf(await site.get('/therapists/them'));
    expect(data).to.include({
      '@context': 'https://schema.org',
      '@type': 'ProfilePage',
      url: `${ORIGIN}/therapists/them`,
    });
    const person = data.mainEntity!;
    expect(person).to.include({
      '@type': 'Person',
      name: 'Rowan Ellery',
      honorificSuffix: 'MA, LPC',
      jobTitle: 'Counselor',
      telephone: '+1-973-555-0142',
      email: 'desk@practice.example',
      sameAs: 'https://practice.example/',
    });
    expect(person.identifier).to.deep.include({ propertyID: 'NPI', value: '1234567893' });
    expect(person.makesOffer!.priceSpecification).to.include({
      price: 220,
      priceCurrency: 'USD',
      unitText: 'hour',
    });
    // Valid in a state: `recognizedBy` requires an organization, and schema.org does not count a state as one.
    const [license] = person.hasCredential as unknown as Json[];
    expect(license!.name).to.equal('State license: LPC');
    expect(license!.validIn).to.deep.equal({ '@type': 'State', name: 'New Jersey' });
    expect(JSON.stringify(person.workLocation)).to.contain('Newark').and.to.contain('07102');
    expect(person.makesOffer!.itemOffered!.areaServed).to.deep.equal([
      { '@type': 'State', name: 'New Jersey' },
    ]);
  });

  it('gives nothing private and nothing unverified', async () => {
    const page = await site.get('/therapists/them');
    expect(page.body).not.to.contain('private@home.example').and.not.to.contain('reviewer@');
    await withSite(
      [
        {
          slug: 'half',
          published: {
            authority: [
              { state: 'NJ', basis: 'license', type: 'LPC', number: 'N1', expiresOn: '2027-01-01' },
              { state: 'FL', basis: 'license', type: 'LMHC', number: 'F1', expiresOn: '2027-01-01' },
            ],
            contact: { phone: '973-555-0142', email: null, web: null },
            fees: { hourly: null },
          },
          findings: [
            {
              subject: 'authority:license:NJ:LPC',
              result: 'verified',
              seen: null,
              by: 'r@h.example',
              on: '2026-01-01',
            },
          ],
        },
      ],
      { PUBLIC_URL: ORIGIN },
      async (own) => {
        const person = dataOf(await own.get('/therapists/half')).mainEntity!;
        expect(JSON.stringify(person)).not.to.contain('Florida').and.not.to.contain('LMHC');
        expect(person).not.to.have.any.keys('email', 'sameAs', 'identifier');
        expect(person.makesOffer).not.to.have.property('priceSpecification');
      },
    );
  });

  it('escapes texts of therapists that would end the data and start a script', async () => {
    const page = await site.get('/therapists/them');
    expect(page.$('script:not([src]):not([type="application/ld+json"])')).to.have.lengthOf(0);
    expect(dataOf(page).mainEntity!.description).to.equal(`I listen. ${evil}`);
    expect(page.$('script[type="application/ld+json"]').text()).not.to.match(/[<>\u2028]/);
  });

  it('gives each page one canonical address and previews from this site only', async () => {
    const page = await site.get('/therapists/them?pick=them&state=NJ');
    expect(page.$('link[rel=canonical]').attr('href')).to.equal(`${ORIGIN}/therapists/them`);
    const meta = (name: string) => page.$(`meta[property="og:${name}"]`).attr('content');
    expect(meta('url')).to.equal(`${ORIGIN}/therapists/them`);
    expect(meta('type')).to.equal('profile');
    expect(meta('title')).to.contain('Rowan Ellery');
    expect(meta('description')).to.contain(`${questionCount} questions`);
    const image = new URL(meta('image')!);
    expect(image.origin).to.equal(ORIGIN);
    const answer = await site.get(image.pathname);
    expect(answer.headers.get('content-type')).to.equal('image/png');
    expect((await site.get('/')).$('meta[property="og:type"]').attr('content')).to.equal('website');
    expect((await site.get('/therapists?state=NJ')).$('meta[property^="og:"]')).to.have.lengthOf(0);
  });

  it('lists every listing and every static page in the sitemap, and each address works', async () => {
    const answer = await site.get('/sitemap.xml');
    expect(answer.headers.get('content-type')).to.contain('application/xml');
    const locs = locsOf(answer);
    expect(locs).to.include.members(
      [
        '/',
        '/therapists',
        '/learn/coordination-card',
        '/privacy',
        '/accuracy',
        '/api/docs',
        '/join',
        '/therapists/them',
      ].map((path) => ORIGIN + path),
    );
    expect(locs.join()).not.to.contain('paused').and.not.to.contain('gone').and.not.to.contain('?');
    expect(answer.body).to.contain('<lastmod>2026-02-20</lastmod>');
    for (const loc of locs) {
      const page = await site.get(new URL(loc).pathname);
      expect(page.status, loc).to.equal(200);
      expect(page.$('link[rel=canonical]').attr('href'), loc).to.equal(loc);
      expect(page.$('meta[name=robots]'), loc).to.have.lengthOf(0);
    }
    for (const part of ['1', '0', '2', 'x', '999999999', '../1'])
      expect((await site.get(`/sitemap-${part}.xml`)).status, part).to.equal(404);
  });

  it('updates the sitemap with the directory', async () => {
    await withSite([{ slug: 'one' }, { slug: 'two' }], { PUBLIC_URL: ORIGIN }, async (own) => {
      expect(locsOf(await own.get('/sitemap.xml'))).to.include(`${ORIGIN}/therapists/two`);
      const two = await own.store.therapists.getBySlug('two');
      await own.store.therapists.update({ ...two!, status: 'paused' });
      await own.holdspace.catchUp();
      expect(locsOf(await own.get('/sitemap.xml'))).not.to.include(`${ORIGIN}/therapists/two`);
    });
  });

  it('splits a large sitemap into files within the limit', () => {
    const places = Array.from({ length: 50_001 }, (_, index) => ({
      path: `/therapists/p-${index}`,
      changed: null,
    }));
    const { whole, parts } = sitemapOf(places, ORIGIN);
    expect(whole)
      .to.contain('<sitemapindex')
      .and.to.contain(`${ORIGIN}/sitemap-2.xml`)
      .and.not.to.contain('sitemap-3');
    expect(parts.map((part) => part.match(/<url>/g)!.length)).to.deep.equal([50_000, 1]);
    expect(sitemapOf(places.slice(1), ORIGIN).parts).to.deep.equal([]);
  });

  it('names the sitemap in robots.txt, and excludes the lists of visitors there', async () => {
    const { body, headers } = await site.get('/robots.txt');
    expect(headers.get('content-type')).to.contain('text/plain');
    expect(body).to.contain(`Sitemap: ${ORIGIN}/sitemap.xml`).and.to.contain('Disallow: /compare');
    expect(body).not.to.match(/^Disallow: \/$/m);
  });

  it('names no address without PUBLIC_URL, whatever the request says', async () => {
    await withSite([{ slug: 'them' }], {}, async (own) => {
      const host = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
      const page = await own.get('/therapists/them', host);
      expect(page.$('link[rel=canonical], meta[property^="og:"], script[type]')).to.have.lengthOf(0);
      expect(page.body).not.to.contain('evil.example');
      expect((await own.get('/sitemap.xml', host)).status).to.equal(404);
      expect((await own.get('/robots.txt', host)).body)
        .to.contain('Disallow: /compare')
        .and.not.to.contain('Sitemap');
    });
  });

  it('offers nothing from the demonstration, nor real listings next to it', async () => {
    await withSite(
      [{ slug: 'fiction', demo: true }, { slug: 'real' }],
      { PUBLIC_URL: ORIGIN },
      async (own) => {
        for (const path of ['/therapists/fiction', '/therapists/real', '/']) {
          const page = await own.get(path);
          expect(page.$('script[type], meta[property^="og:"], link[rel=canonical]'), path).to.have.lengthOf(
            0,
          );
          expect(page.$('meta[name=robots]').attr('content'), path).to.equal('noindex');
        }
        expect((await own.get('/sitemap.xml')).status).to.equal(404);
        const { body } = await own.get('/robots.txt');
        expect(body)
          .to.match(/^Disallow: \/$/m)
          .and.to.contain('fictional')
          .and.not.to.contain('Sitemap');
      },
    );
  });
});
