import { expect } from 'chai';
import type { Therapist } from '../../src/domain/therapist.js';
import { dropDatabase, freshDatabase } from '../support/mongo-databases.js';
import { makeSheet } from '../support/referrals.js';
import { describeWithService } from '../support/services.js';
import { openSite, type Site } from '../support/site.js';
import { aTherapist } from '../support/therapist-builder.js';

const inCity = (city: string, zip: string) => [{ city, state: 'NJ' as const, zip }];

/** What a sheet shows while its therapists change, on one storage engine. */
function changes(settings: () => Record<string, string>): void {
  let site: Site;
  let sheet: string;
  let pdf: string;
  beforeEach(async () => {
    site = await openSite({
      settings: settings(),
      therapists: [
        aTherapist({ slug: 'ana', published: { name: 'Ana Ruiz', offices: inCity('Newark', '07102') } }),
        aTherapist({ slug: 'ben', published: { name: 'Ben Oduya', offices: inCity('Newark', '07102') } }),
        aTherapist({
          slug: 'far',
          published: { name: 'Fay Faraway', offices: inCity('Princeton', '08540') },
        }),
        aTherapist({ slug: 'near', published: { name: 'Nia Nearby', offices: inCity('Hoboken', '07030') } }),
        aTherapist({
          slug: 'next-door',
          published: { name: 'Cy Crowded', offices: inCity('Newark', '07102'), accepting: false },
        }),
        aTherapist({
          slug: 'other',
          published: { name: 'Ola Otherplan', offices: inCity('Newark', '07102'), coverage: [] },
        }),
      ],
    });
    ({ sheet, pdf } = await makeSheet(site, ['ana', 'ben']));
  });
  afterEach(() => site.close());

  const change = async (slug: string, with_: Partial<Therapist>) => {
    const record = await site.store.therapists.getBySlug(slug);
    await site.store.therapists.update({ ...record!, ...with_ });
  };

  const cases: [title: string, act: () => Promise<void>, words: string][] = [
    ['pauses', () => change('ana', { status: 'paused' }), 'Ana Ruiz has paused since this sheet was made'],
    ['lapses', () => change('ana', { status: 'lapsed' }), 'Ana Ruiz has not confirmed the listing in time'],
    [
      'is past day 120 before any clock has run',
      () => change('ana', { confirmedAt: '2025-10-01T09:00:00.000Z' }),
      'Ana Ruiz has not confirmed the listing in time',
    ],
    ['is suspended', () => change('ana', { status: 'suspended' }), 'Ana Ruiz is not listed at present'],
    [
      'loses every verified license',
      () => change('ana', { findings: [] }),
      'Ana Ruiz is not listed at present',
    ],
    ['leaves', () => change('ana', { status: 'withdrawn' }), 'A therapist who was on this sheet has left.'],
  ];
  for (const [title, act, words] of cases)
    it(`shows on the next load that one ${title}, and the nearest match that accepts patients`, async () => {
      await act();
      const page = await site.get(sheet);
      expect(page.text('.away .warning')).to.contain(words);
      expect(page.text('.away h2')).to.contain('Nia Nearby');
      expect(page.text('.away .warning')).to.contain('miles from theirs');
      expect(page.texts('.one:not(.away) h2')).to.deep.equal(['Ben Oduya MA, LPC · Counselor']);
      expect((await site.get(pdf)).status).to.equal(200);
    });

  it('shows no name of a therapist who left and was erased', async () => {
    const { id } = (await site.store.therapists.getBySlug('ana'))!;
    await site.store.therapists.remove(id);
    const page = await site.get(sheet);
    expect(page.text('.away .warning')).to.contain('A therapist who was on this sheet has left.');
    expect(page.text('.away h2')).not.to.equal('');
    expect(page.body).not.to.contain('Ana Ruiz').and.not.to.contain('/therapists/ana"');
  });

  it('suggests each therapist only once, and says when there is no one to suggest', async () => {
    await change('ana', { status: 'paused' });
    await change('ben', { status: 'paused' });
    await change('far', { status: 'paused' });
    expect((await site.get(sheet)).texts('.away h2')).to.deep.equal([
      'Nia Nearby MA, LPC · Counselor',
      'Cy Crowded MA, LPC · Counselor',
    ]);
    await change('near', { status: 'paused' });
    await change('next-door', { status: 'paused' });
    const page = await site.get(sheet);
    expect(page.$('.away h2')).to.have.lengthOf(0);
    expect(page.text('.away .warning')).to.contain('Nobody else in the directory matches today.');
    expect(page.$('.away .warning a').attr('href')).to.equal('/therapists?state=NJ&payer=horizon-bcbsnj');
  });

  it('says when a therapist may no longer treat in the state', async () => {
    const { published } = (await site.store.therapists.getBySlug('ana'))!;
    const florida = aTherapist({
      published: {
        ...published!,
        authority: [
          { state: 'FL', basis: 'license', type: 'LMHC', number: 'MH1234', expiresOn: '2027-12-31' },
        ],
        offices: [],
      },
    });
    await change('ana', { published: florida.published, findings: florida.findings });
    expect((await site.get(sheet)).text('.away .warning')).to.contain(
      'Ana Ruiz may no longer treat in New Jersey.',
    );
  });

  it('shows a new phone number, and a therapist who is listed again', async () => {
    await change('ana', { status: 'paused' });
    expect((await site.get(sheet)).$('.away')).to.have.lengthOf(1);
    const { published } = (await site.store.therapists.getBySlug('ana'))!;
    await change('ana', {
      status: 'listed',
      published: { ...published!, contact: { ...published!.contact, phone: '973-555-0199' } },
    });
    const page = await site.get(sheet);
    expect(page.$('.away')).to.have.lengthOf(0);
    expect(page.text('.one')).to.contain('973-555-0199');
  });
}

describe('a sheet while its therapists change, on the embedded store', () => changes(() => ({})));

describeWithService('MONGODB_URI', 'a sheet while its therapists change, on MongoDB', (server) => {
  describe('a sheet while its therapists change, on MongoDB', () => {
    let uri = '';
    beforeEach(() => {
      uri = freshDatabase(server);
    });
    afterEach(() => dropDatabase(uri));
    changes(() => ({ MONGODB_URI: uri }));
  });
});
