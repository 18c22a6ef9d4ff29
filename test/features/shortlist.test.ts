import { expect } from 'chai';
import fc from 'fast-check';
import { waysOn } from '../../src/directory/pages/shortlist.js';
import { openSite, type Seen, type Site } from '../support/site.js';
import { aTherapist } from '../support/therapist-builder.js';

const slugs = ['ana', 'ben', 'cleo', 'dora', 'emil', 'fay', 'gus'];
const people = slugs.map((slug) => aTherapist({ slug, published: { name: `Person ${slug}` } }));
const others = [
  aTherapist({ slug: 'paused', status: 'paused' }),
  aTherapist({ slug: 'lapsed', confirmedDaysAgo: 130 }),
];

const picks = (...list: string[]) => list.map((slug) => `pick=${slug}`).join('&');
const hrefs = (page: Seen, selector: string) =>
  page
    .$(selector)
    .toArray()
    .map((element) => page.$(element).attr('href')!);
/** The link on one card that adds or removes its therapist. */
const toggle = (page: Seen, slug: string) => page.$(`.card:has(#at-${slug}) a[data-pick]`);
const picked = (href: string) => new URL(href, 'http://site.example').searchParams.getAll('pick');

describe('shortlist', () => {
  let site: Site;
  before(async () => {
    site = await openSite({ therapists: [...people, ...others] });
  });
  after(() => site.close());

  it('shows no bar and adds no parameter while it is empty', async () => {
    const page = await site.get('/therapists?state=NJ');
    expect(page.$('.shortlist')).to.have.lengthOf(0);
    expect(page.$('input[name=pick]')).to.have.lengthOf(0);
    expect(hrefs(page, '.card h2 a').join()).not.to.contain('?');
    expect(toggle(page, 'ana').text()).to.equal('Add to shortlist');
  });

  it('adds a therapist from the results by a link, keeps the search and returns to the card', async () => {
    const first = await site.get('/therapists?state=NJ&payer=horizon-bcbsnj');
    const href = toggle(first, 'ben').attr('href')!;
    expect(href).to.equal('/therapists?state=NJ&payer=horizon-bcbsnj&pick=ben#at-ben');
    const page = await site.get(href);
    expect(page.text('.shortlist summary')).to.equal('Your shortlist: 1 of 6');
    expect(page.text('.shortlist li')).to.contain('Person ben');
    expect(page.text('.card:has(#at-ben) .pick')).to.contain('On your shortlist');
    expect(page.text('h1')).to.contain('New Jersey');
  });

  it('removes a therapist on the card and in the bar, and all of them at once', async () => {
    const page = await site.get(`/therapists?state=NJ&${picks('ana', 'ben')}`);
    expect(picked(toggle(page, 'ana').attr('href')!)).to.deep.equal(['ben']);
    expect(picked(hrefs(page, '.shortlist .remove')[1]!)).to.deep.equal(['ana']);
    expect(hrefs(page, '.shortlist .actions a[data-pick]')).to.deep.equal(['/therapists?state=NJ']);
  });

  it('is kept by every link and form of the search', async () => {
    const page = await site.get(`/therapists?state=NJ&accepting=1&max_fee=500&${picks('ana')}`);
    expect(page.$('form input[name=pick]').attr('value')).to.equal('ana');
    const links = [...hrefs(page, '.chips a'), ...hrefs(page, '.card h2 a')];
    expect(links.length).to.be.greaterThan(5);
    for (const href of links) expect(picked(href), href).to.deep.equal(['ana']);
    const card = hrefs(page, '.card h2 a')[0]!;
    expect(card).to.contain('state=NJ');
    expect((await site.get(card)).status).to.equal(200);
  });

  it('is kept when words become filters, and on the next page', async () => {
    const moved = await site.get(`/therapists?q=bcbs+nj&${picks('ana')}`);
    expect(moved.status).to.equal(302);
    expect(picked(moved.headers.get('location')!)).to.deep.equal(['ana']);
    const crowd = Array.from({ length: 25 }, (_, index) => aTherapist({ slug: `crowd-${index}` }));
    const own = await openSite({ therapists: crowd });
    try {
      const page = await own.get('/therapists?pick=crowd-3');
      expect(picked(hrefs(page, '.pager a[rel=next]')[0]!)).to.deep.equal(['crowd-3']);
    } finally {
      await own.close();
    }
  });

  it('can be filled and emptied on a profile too', async () => {
    const plain = await site.get('/therapists/ana');
    expect(plain.$('.shortlist')).to.have.lengthOf(0);
    const add = plain.$('.contact a[data-pick]').attr('href')!;
    expect(add).to.equal('/therapists/ana?pick=ana#at-ana');
    const page = await site.get(`/therapists/ana?state=NJ&payer=aetna&${picks('ben', 'ana')}`);
    expect(page.text('.contact .pick')).to.contain('On your shortlist');
    expect(hrefs(page, '.shortlist .button')).to.deep.equal([
      '/compare?state=NJ&payer=aetna&pick=ben&pick=ana',
      '/referrals/new?state=NJ&payer=aetna&pick=ben&pick=ana',
    ]);
  });

  it('holds six and says so', async () => {
    const full = await site.get(`/therapists?${picks(...slugs.slice(0, 6))}`);
    expect(full.text('.shortlist summary')).to.contain('6 of 6');
    expect(full.text('.card:has(#at-gus) .pick')).to.equal('Your shortlist is full: six at most.');
    const over = await site.get(`/therapists?${picks(...slugs)}`);
    expect(over.text('.results .note')).to.contain('holds six').and.to.contain('1 name ');
    expect(picked(hrefs(over, '.shortlist .button')[0]!)).to.deep.equal(slugs.slice(0, 6));
  });

  it('holds each therapist once', async () => {
    const page = await site.get(`/therapists?${picks('ana', 'ana', 'ben', 'ana')}`);
    expect(page.text('.shortlist summary')).to.contain('2 of 6');
    expect(page.$('.results .note')).to.have.lengthOf(0);
  });

  it('names who is not listed, without the reason, and leaves them out', async () => {
    for (const path of ['/therapists', '/therapists/ben', '/compare']) {
      const page = await site.get(`${path}?${picks('paused', 'lapsed', 'nobody', 'ana')}`);
      expect(page.status, path).to.equal(200);
      const said = page.texts('.note p').filter((words) => words.includes('not on your shortlist'));
      expect(said, path).to.have.lengthOf(3);
      expect(new Set(said.map((words) => words.replace(/“.*”/, '')))).to.have.property('size', 1);
      const carried = page.$('a[href*="pick="]').toArray();
      for (const link of carried) expect(picked(page.$(link).attr('href')!)).not.to.include('paused');
    }
  });

  it('does not change the search', async () => {
    const page = await site.get(`/therapists?state=NJ&${picks('ana')}`);
    const plain = await site.get('/therapists?state=NJ');
    expect(page.text('#found')).to.equal(plain.text('#found'));
    expect(page.texts('.card h2 a')).to.deep.equal(plain.texts('.card h2 a'));
    expect(page.texts('.chips li')).to.have.lengthOf(1);
  });

  it('does not cache pages of one visitor, and still caches public ones', async () => {
    const counted: unknown[] = [];
    const own = await openSite({ therapists: people, count: ({ cache }) => void counted.push(cache) });
    try {
      for (const path of ['/therapists', '/therapists?pick=ana', '/therapists?pick=ana', '/therapists'])
        await own.get(path);
      expect(counted).to.deep.equal(['miss', 'miss', 'miss', 'hit']);
    } finally {
      await own.close();
    }
  });

  it('keeps search engines out of lists', async () => {
    const page = await site.get(`/therapists?${picks('ana')}`);
    expect(page.$('meta[name=robots]').attr('content')).to.equal('noindex');
    for (const link of page.$('a[data-pick]').toArray())
      expect(page.$(link).attr('rel')).to.equal('nofollow');
  });

  it('links to pages that exist, such as a new referral sheet with the same people', async () => {
    const page = await site.get(`/therapists?state=NJ&${picks('ana', 'ben')}`);
    for (const href of hrefs(page, '.shortlist a')) expect((await site.get(href)).status, href).to.equal(200);
    const sheet = hrefs(page, '.shortlist a').find((href) => href.startsWith('/referrals/new'));
    expect((await site.get(sheet!)).$('.chosen > .picks > li')).to.have.lengthOf(2);
  });

  it('leads to a sheet with the same people, state and insurance', () => {
    const ways = waysOn({ state: 'NJ', payer: ['aetna'] }, ['ana', 'ben']);
    expect(ways.referral).to.equal('/referrals/new?state=NJ&payer=aetna&pick=ana&pick=ben');
  });

  it('accepts every odd value of its parameter', async () => {
    const paths = ['/therapists', '/therapists/ana', '/compare'];
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 150 }),
      fc.constantFrom(...slugs, '../x', '"><script>x</script>'),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(hostile, { maxLength: 12 }),
        fc.constantFrom(...paths),
        async (list, path) => {
          const params = new URLSearchParams(
            list.map((slug): [string, string] => ['pick', slug.toWellFormed()]),
          );
          const page = await site.get(`${path}?${params}`);
          if (page.status === 414) return;
          expect(page.status).to.equal(200);
          expect(page.$('script:not([src^="/assets/"])')).to.have.lengthOf(0);
          const wanted = new Set(list.filter((slug) => slugs.includes(slug)));
          for (const href of hrefs(page, 'a[href^="/compare"]'))
            for (const slug of picked(href)) expect(wanted.has(slug)).to.equal(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});
