import { expect } from 'chai';
import { addDays } from '../../src/domain/calendar.js';
import { openSite, type Site } from '../support/site.js';
import { aTherapist, TODAY } from '../support/therapist-builder.js';

const license = (state: 'NJ' | 'FL', type: string) => ({
  state,
  basis: 'license' as const,
  type,
  number: `${state}-100`,
  expiresOn: addDays(TODAY, 200),
});
const covers = (state: 'NJ' | 'FL', payer: 'horizon-bcbsnj' | 'florida-blue' | 'aetna') => ({
  state,
  payer,
  line: 'commercial' as const,
  covers: 'preparation-and-integration' as const,
});

/** Both states, Horizon in New Jersey and Florida Blue in Florida. */
const both = aTherapist({
  slug: 'both-states',
  published: {
    name: 'Beatriz Both',
    authority: [license('NJ', 'LPC'), license('FL', 'LMHC')],
    coverage: [covers('NJ', 'horizon-bcbsnj'), covers('FL', 'florida-blue')],
    fees: { hourly: 300 },
  },
});
const jersey = aTherapist({
  slug: 'jersey-only',
  published: {
    name: 'Jonas Jersey',
    coverage: [covers('NJ', 'aetna')],
    fees: { hourly: 180 },
    accepting: false,
  },
});
const quiet = aTherapist({
  slug: 'preparation-only',
  confirmedDaysAgo: 95,
  published: {
    name: 'Petra Quiet',
    scope: 'preparation-and-integration',
    presence: [],
    role: null,
    coverage: [],
    fees: { hourly: null },
  },
});
const gone = aTherapist({ slug: 'lapsed', confirmedDaysAgo: 130, published: { name: 'Greta Gone' } });

describe('search page', () => {
  let site: Site;
  before(async () => {
    site = await openSite({ therapists: [both, jersey, quiet, gone] });
  });
  after(() => site.close());
  const names = async (path: string) => (await site.get(path)).texts('.card h2 a');

  it('lists every therapist who is listed today, those who accept patients first', async () => {
    const found = await names('/therapists');
    expect(found).to.have.members(['Beatriz Both', 'Petra Quiet', 'Jonas Jersey']);
    expect(found.at(-1)).to.equal('Jonas Jersey');
  });

  it('finds by state and payer as a pair', async () => {
    expect(await names('/therapists?state=FL&payer=florida-blue')).to.deep.equal(['Beatriz Both']);
    expect(await names('/therapists?state=FL&payer=horizon-bcbsnj')).to.deep.equal([]);
  });

  it('shows why each one matches', async () => {
    const page = await site.get('/therapists?state=FL&payer=florida-blue');
    expect(page.text('.why')).to.contain('Licensed in Florida (LMHC)').and.to.contain('Florida Blue');
  });

  it('says that the order by distance needs a ZIP code', async () => {
    const page = await site.get('/therapists?sort=distance');
    expect(page.text('.results .note')).to.contain('“sort: distance”').and.to.contain('needs a ZIP code');
  });

  it('says that a page is beyond the end, also when there is only one page', async () => {
    const page = await site.get('/therapists?state=NJ&page=9');
    expect(page.text('.results')).to.contain('The last page of this search is page 1.');
  });

  it('names the search in the heading', async () => {
    const page = await site.get('/therapists?state=NJ&payer=aetna');
    expect(page.text('h1')).to.equal('KAP therapists in New Jersey who take Aetna');
    expect(page.text('#found')).to.contain('1 therapist');
  });

  it('counts each choice without the other choices of its group', async () => {
    const page = await site.get('/therapists?state=FL&payer=florida-blue');
    expect(page.text('#payer option[value=florida-blue]')).to.contain('(1)');
    expect(page.text('#state option[value=NJ]')).not.to.contain('(1)');
    expect((await site.get('/therapists')).text('#state option[value=NJ]')).to.contain('(3)');
  });

  it('shows chosen filters, each with a way to undo it alone', async () => {
    const page = await site.get('/therapists?state=NJ&payer=aetna&accepting=1');
    expect(page.texts('.chips li')).to.have.lengthOf(4);
    const undo = page
      .$('.chips a')
      .toArray()
      .map((link) => page.$(link).attr('href'));
    expect(undo[0]).to.contain('payer=aetna').and.not.to.contain('state=');
    expect(undo.at(-1)).to.equal('/therapists');
  });

  it('lets search engines index the whole directory, but no single search', async () => {
    expect((await site.get('/therapists')).$('meta[name=robots]')).to.have.lengthOf(0);
    for (const search of ['state=NJ', 'q=beatriz', 'page=2'])
      expect(
        (await site.get(`/therapists?${search}`)).$('meta[name=robots]').attr('content'),
        search,
      ).to.equal('noindex');
  });

  it('keeps every filter in the form, so that the next search builds on this one', async () => {
    const page = await site.get(
      '/therapists?state=NJ&scope=in-session&max_fee=200&near=07102&within=50&sort=distance',
    );
    expect(page.$('#state option[selected]').attr('value')).to.equal('NJ');
    expect(page.$('input[name=scope][checked]').attr('value')).to.equal('in-session');
    expect(page.$('#max_fee option[selected]').attr('value')).to.equal('200');
    expect(page.$('#near').attr('value')).to.equal('07102');
    expect(page.$('#within option[selected]').attr('value')).to.equal('50');
    expect(page.$('#sort option[selected]').attr('value')).to.equal('distance');
  });

  it('says how many it would find without each filter when no one is found', async () => {
    const page = await site.get('/therapists?state=NJ&payer=horizon-bcbsnj&max_fee=200');
    expect(page.texts('.card')).to.have.lengthOf(0);
    const ways = page.texts('.results .note a');
    expect(ways).to.include('1 without the fee limit').and.to.include('1 with any insurance');
    const href = page.$('.results .note a').first().attr('href')!;
    expect((await site.get(href)).texts('.card')).to.have.lengthOf(1);
  });

  it('offers state and insurance alone when removing one filter does not help', async () => {
    const page = await site.get('/therapists?state=NJ&payer=aetna&max_fee=150&min_caseload=500&q=zzzz');
    expect(page.texts('.results .note a')).to.deep.equal([
      '1 in New Jersey with Aetna without the other filters',
    ]);
  });

  it('moves aliases out of the words into filters that can be undone', async () => {
    const answer = await site.get('/therapists?q=bcbs+nj+beatriz');
    expect(answer.status).to.equal(302);
    const to = answer.headers.get('location')!;
    expect(to).to.contain('state=NJ').and.to.contain('payer=horizon-bcbsnj').and.to.contain('q=beatriz');
    const page = await site.get(to);
    expect(page.texts('.card h2 a')).to.deep.equal(['Beatriz Both']);
    expect(page.texts('.chips a').join()).to.contain('New Jersey');
  });

  it('forgives a typo', async () => {
    expect(await names('/therapists?q=beatrz')).to.deep.equal(['Beatriz Both']);
  });

  it('does not fall back to all therapists when one filter finds a few', async () => {
    const ways = (path: string) => site.get(path).then((page) => page.texts('.note li'));
    for (const path of ['/therapists?q=petra', '/therapists?state=FL', '/therapists?presence=video'])
      expect(await ways(path), path).to.deep.equal([]);
    expect(await ways('/therapists?q=nobodyatall')).to.deep.equal(['3 without your words']);
  });

  it('sorts by fee, those without a fee last', async () => {
    expect(await names('/therapists?sort=fee')).to.deep.equal([
      'Jonas Jersey',
      'Beatriz Both',
      'Petra Quiet',
    ]);
  });

  it('flags listings not confirmed for 90 days and hides them after 120', async () => {
    const page = await site.get('/therapists?q=quiet');
    expect(page.text('.card .late')).to.contain('95 days ago');
    expect(await names('/therapists?q=greta')).to.deep.equal([]);
  });

  it('hides a listing on its 120th day without a write', async () => {
    const own = await openSite({ therapists: [aTherapist({ slug: 'soon', confirmedDaysAgo: 119 })] });
    try {
      expect((await own.get('/therapists')).texts('.card')).to.have.lengthOf(1);
      own.goTo(addDays(TODAY, 1));
      await own.holdspace.catchUp();
      expect((await own.get('/therapists')).texts('.card')).to.have.lengthOf(0);
      expect((await own.get('/therapists/soon')).status).to.equal(404);
    } finally {
      await own.close();
    }
  });

  it('drops unknown parameters and says so', async () => {
    const page = await site.get('/therapists?state=ZZ&color=blue&max_fee=cheap&page=-3');
    expect(page.status).to.equal(200);
    expect(page.texts('.card')).to.have.lengthOf(3);
    const said = page.text('.results .note');
    for (const word of ['state', 'ZZ', 'color', 'max_fee', 'page']) expect(said).to.contain(word);
  });

  it('says when the words were cut', async () => {
    const page = await site.get(`/therapists?q=${'verylongword'.repeat(30)}`);
    expect(page.text('.results .note')).to.contain('200 characters');
  });

  it('answers a page past the end with a link to the last one', async () => {
    const page = await site.get('/therapists?page=99');
    expect(page.status).to.equal(200);
    expect(page.texts('.card')).to.have.lengthOf(0);
    const last = page.$('.results a:contains("last page")').attr('href')!;
    expect((await site.get(last)).texts('.card')).to.have.lengthOf(3);
  });

  it('keeps the search on the next page, with each listing on one page', async () => {
    const crowd = Array.from({ length: 45 }, (_, index) =>
      aTherapist({ published: { name: `Person Number${index}` } }),
    );
    const own = await openSite({ therapists: crowd });
    try {
      const seen: string[] = [];
      let next: string | undefined = '/therapists?state=NJ';
      while (next !== undefined) {
        const page: Awaited<ReturnType<typeof own.get>> = await own.get(next);
        expect(next).to.contain('state=NJ');
        seen.push(...page.texts('.card h2 a'));
        next = page.$('.pager a[rel=next]').attr('href');
      }
      expect(seen).to.have.lengthOf(45);
      expect(new Set(seen).size).to.equal(45);
    } finally {
      await own.close();
    }
  });

  it('works without scripts and stays light', async () => {
    const crowd = Array.from({ length: 20 }, (_, index) =>
      aTherapist({ published: { name: `Person Number${index}` } }),
    );
    const own = await openSite({ therapists: crowd });
    try {
      const page = await own.get('/therapists?state=NJ');
      expect(page.$('script').attr('src')).to.match(/^\/assets\/shortlist\.\w+\.js$/);
      expect(page.$('script')).to.have.lengthOf(1);
      expect(page.texts('.card')).to.have.lengthOf(20);
      const style = await own.get(page.$('link[rel=stylesheet]').attr('href')!);
      expect(page.body.length + style.body.length).to.be.below(100 * 1024);
    } finally {
      await own.close();
    }
  });

  it('drops foreign parameters of the address from its links', async () => {
    const evil = '"><script>alert(1)</script>';
    const names = ['q', 'state', 'payer', 'line', 'scope', 'near', 'max_fee', 'sort', 'page', 'focus', evil];
    for (const name of names) {
      const page = await site.get(`/therapists?${encodeURIComponent(name)}=${encodeURIComponent(evil)}`);
      expect(page.status, name).to.equal(200);
      expect(page.$('script:not([src^="/assets/"])'), name).to.have.lengthOf(0);
      expect(page.body, name).not.to.contain('<script>alert');
    }
  });
});
