import { expect } from 'chai';
import { openSite, type Site } from '../support/site.js';
import { aTherapist } from '../support/therapist-builder.js';

describe('home page', () => {
  let site: Site;
  before(async () => {
    site = await openSite({
      therapists: [
        aTherapist({ published: { accepting: true } }),
        aTherapist({ published: { accepting: false }, confirmedDaysAgo: 100 }),
        aTherapist({ confirmedDaysAgo: 120 }),
      ],
    });
  });
  after(() => site.close());

  it('asks for state and insurance first, and sends them to the search', async () => {
    const home = await site.get('/');
    expect(home.status).to.equal(200);
    expect(home.$('form.start').attr('action')).to.equal('/therapists');
    expect(
      home
        .$('form.start select')
        .toArray()
        .map((field) => home.$(field).attr('name')),
    ).to.deep.equal(['state', 'payer']);
  });

  it('offers all 50 states and DC', async () => {
    const home = await site.get('/');
    expect(home.$('#state option')).to.have.lengthOf(52);
  });

  it('counts the listings of today, without lapsed ones', async () => {
    const home = await site.get('/');
    expect(home.texts('.tally dd')).to.deep.equal(['2', '1', home.texts('.tally dd')[2], '1']);
  });

  it('says on every page where to get help in a crisis and that the medicine is not approved for this', async () => {
    for (const path of [
      '/',
      '/therapists',
      '/checklist',
      '/learn',
      '/how-we-vet',
      '/privacy',
      '/no-such-page',
    ]) {
      const page = await site.get(path);
      expect(page.text('footer'), path).to.contain('988').and.to.contain('not approved by the FDA');
    }
  });

  it('works on an empty directory', async () => {
    const empty = await openSite();
    try {
      const home = await empty.get('/');
      expect(home.status).to.equal(200);
      expect(home.$('.tally')).to.have.lengthOf(0);
    } finally {
      await empty.close();
    }
  });
});
