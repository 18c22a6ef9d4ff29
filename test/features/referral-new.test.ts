import { expect } from 'chai';
import fc from 'fast-check';
import { sheets } from '../../src/storage/kinds.js';
import { askForSheet, filledIn } from '../support/referrals.js';
import { openSite, type Site } from '../support/site.js';
import { aTherapist } from '../support/therapist-builder.js';

const license = (state: 'NJ' | 'FL') => [
  { state, basis: 'license' as const, type: 'LPC', number: '37PC00123400', expiresOn: '2027-12-31' },
];

describe('a new referral sheet', () => {
  let site: Site;
  before(async () => {
    site = await openSite({
      therapists: [
        ...[1, 2, 3, 4, 5, 6, 7].map((number) =>
          aTherapist({ slug: `ana-${number}`, published: { name: `Ana Number${number}` } }),
        ),
        aTherapist({ slug: 'full-house', published: { name: 'Fay Fullhouse', accepting: false } }),
        aTherapist({
          slug: 'flo-rida',
          published: {
            name: 'Flo Rida',
            authority: license('FL'),
            offices: [{ city: 'Miami', state: 'FL', zip: '33101' }],
            coverage: [{ state: 'FL', payer: 'aetna', line: 'commercial', covers: 'ask' }],
          },
        }),
        aTherapist({ slug: 'no-plan', published: { name: 'Nora Noplan', coverage: [] } }),
        aTherapist({ slug: 'pat-paused', status: 'paused', published: { name: 'Pat Paused' } }),
        aTherapist({ slug: 'lap-sed', status: 'lapsed', published: { name: 'Lap Sed' } }),
        aTherapist({ slug: 'day-121', confirmedDaysAgo: 121, published: { name: 'Dee Onetwentyone' } }),
        aTherapist({ slug: 'sus-pended', status: 'suspended', published: { name: 'Sus Pended' } }),
        aTherapist({ slug: 'not-yet', status: 'submitted', published: { name: 'Secret Applicant' } }),
      ],
    });
  });
  after(() => site.close());

  const sheetsKept = async () => (await site.store.records(sheets).page(null, 100)).length;

  it('shows who may treat in the state and takes the insurance, with reasons, those who accept patients first', async () => {
    const page = await site.get('/referrals/new?state=NJ&payer=horizon-bcbsnj');
    const names = page.texts('.found .picks strong');
    expect(names).to.include('Ana Number1').and.not.to.include('Flo Rida').and.not.to.include('Nora Noplan');
    expect(names.at(-1)).to.equal('Fay Fullhouse');
    const why = page.texts('.found .picks .why li');
    expect(why[0]).to.equal('Licensed in New Jersey (LPC): in person and telehealth');
    expect(why[1]).to.equal(
      'Takes Horizon BCBSNJ (commercial) in New Jersey: preparation and integration visits',
    );
  });

  it('has no free text except the practice, and says why', async () => {
    const page = await site.get('/referrals/new?state=NJ');
    const typed = page
      .$('main input:not([type=checkbox], [type=radio], [type=hidden]), main textarea')
      .toArray()
      .map((field) => page.$(field).attr('name'));
    // `q` searches for a therapist and is never stored.
    expect(typed).to.deep.equal(['q', 'practice', 'clinician', 'phone', 'fax']);
    expect(page.text('main .note')).to.contain('Nothing about the patient goes in here');
  });

  it('keeps everything typed while searching, adding and removing, without scripts', async () => {
    const visitor = await site.visitor();
    const first = await visitor.get('/referrals/new?state=NJ');
    const found = await visitor.submit(first, {
      button: 'Search',
      fill: { q: 'Number3', practice: 'Hudson "Family" <b>', phone: '201-555-0100', days: '90', ways: 'fax' },
    });
    expect(found.texts('.found .picks strong')).to.deep.equal(['Ana Number3']);
    const added = await visitor.submit(found, {
      button: 'Add the ticked ones',
      fill: { pick: ['ana-3', 'ana-4'] },
    });
    expect(added.texts('.chosen > .picks .who a')).to.deep.equal(['Ana Number3', 'Ana Number4']);
    const less = await visitor.submit(added, { button: 'Remove Ana Number3' });
    expect(less.texts('.chosen > .picks .who a')).to.deep.equal(['Ana Number4']);
    expect(less.$('[name=practice]').attr('value')).to.equal('Hudson "Family" <b>');
    expect(less.$('[name=phone]').attr('value')).to.equal('201-555-0100');
    expect(less.$('[name=days]:checked').attr('value')).to.equal('90');
    expect(less.$('[name=ways]:checked').attr('value')).to.equal('fax');
    expect(less.$('[name=moments]:checked')).to.have.lengthOf(2);
    expect(less.$('[name=q]').attr('value')).to.equal('Number3');
  });

  it('turns an insurance, a state and a ZIP code in the words into filters', async () => {
    const page = await site.get('/referrals/new?q=horizon+nj+07102');
    expect(page.$('[name=state] [selected]').attr('value')).to.equal('NJ');
    expect(page.$('[name=payer] [selected]').attr('value')).to.equal('horizon-bcbsnj');
    expect(page.$('[name=q]').attr('value')).to.equal('07102');
    expect(page.texts('.found .picks .why li').join()).to.contain('Office in Newark');
  });

  it('warns before it is made who may not treat there, and who does not take the insurance', async () => {
    const page = await site.get(
      '/referrals/new?state=NJ&payer=horizon-bcbsnj&pick=flo-rida&pick=no-plan&pick=pat-paused&pick=who-is-this',
    );
    expect(page.status).to.equal(200);
    expect(page.texts('.chosen .error')).to.deep.equal([
      'Flo Rida may not treat in New Jersey.',
      'Pat Paused has paused and takes no referrals now.',
      '“who-is-this” is not in the directory: the name may be mistyped.',
    ]);
    // The page does not ask to remove a therapist that the next line allows.
    expect(page.texts('.chosen .late')).to.have.lengthOf(1);
    expect(page.text('.chosen .late')).to.contain('Nora Noplan does not say that they take this insurance');
  });

  it('names the unknown parts of the address', async () => {
    const page = await site.get('/referrals/new?state=XX&payer=aetna&payer=cigna&line=best');
    expect(page.text('[role=status]'))
      .to.contain('state: XX')
      .and.to.contain('line: best')
      .and.to.contain('A sheet is for one insurance');
  });

  describe('is refused, with everything typed,', () => {
    const cases: [title: string, pick: string[], wish: Record<string, string | string[]>, message: string][] =
      [
        [
          'with more than six',
          [1, 2, 3, 4, 5, 6, 7].map((number) => `ana-${number}`),
          {},
          'A sheet takes six therapists, and 7 therapists are chosen: remove 1.',
        ],
        ['with nobody', [], {}, 'Choose at least one therapist.'],
        ['with a therapist unknown', ['ana-1', 'who-is-this'], {}, '“who-is-this” is not in the directory'],
        ['with what is no name', ['../../etc'], {}, '“../../etc” is not in the directory'],
        ['with a therapist who has paused', ['pat-paused'], {}, 'Pat Paused has paused'],
        ['with a therapist who lapsed', ['lap-sed'], {}, 'Lap Sed has not confirmed'],
        ['with a therapist whose day 120 has passed', ['day-121'], {}, 'Dee Onetwentyone has not confirmed'],
        ['with a therapist suspended', ['sus-pended'], {}, 'Sus Pended is not listed at present'],
        ['with a therapist chosen twice', ['ana-1', 'ana-1'], {}, 'Ana Number1 was chosen twice'],
        [
          'with a therapist who may not treat there',
          ['flo-rida'],
          {},
          'Flo Rida may not treat in New Jersey',
        ],
        ['without a state', ['ana-1'], { state: '' }, 'Choose the state where the patient will be.'],
        ['without the practice', ['ana-1'], { practice: ' ' }, 'Give the name of your practice.'],
        ['without a phone', ['ana-1'], { phone: '' }, 'Give the phone number on which the therapist'],
        ['with words for a phone', ['ana-1'], { phone: 'John Doe, born 1980' }, 'Give a phone number with'],
        ['with words for a fax', ['ana-1'], { fax: 'none' }, 'Give a fax number with its area code'],
        ['with fax and no number', ['ana-1'], { fax: '' }, 'Give your fax number'],
        ['with no way to reach each other', ['ana-1'], { ways: [] }, 'Choose at least one.'],
        ['with a way that is not offered', ['ana-1'], { ways: 'pigeon' }, 'Choose one of the choices'],
        ['for longer than 90 days', ['ana-1'], { days: '365' }, 'Choose for how long: 7, 30, 60, 90 days.'],
        [
          'with a practice of a thousand letters',
          ['ana-1'],
          { practice: 'x'.repeat(1000) },
          'Use at most 120',
        ],
      ];
    for (const [title, pick, wish, message] of cases)
      it(title, async () => {
        const before = await sheetsKept();
        const refused = await askForSheet(site, pick, wish);
        expect(refused.status).to.equal(422);
        expect(refused.text('.errors')).to.contain(message);
        expect(refused.headers.get('cache-control')).to.equal('no-store');
        for (const name of ['clinician', 'fax'])
          expect(refused.$(`[name=${name}]`).attr('value')).to.equal(wish[name] ?? filledIn[name]);
        const kept = refused.$('.chosen > .picks [name=pick]').toArray();
        expect(kept.map((field) => refused.$(field).attr('value'))).to.deep.equal([...new Set(pick)]);
        for (const link of refused.$('.errors a').toArray())
          expect(refused.$(refused.$(link).attr('href')!), refused.$(link).text()).to.have.lengthOf(1);
        expect(await sheetsKept()).to.equal(before);
      });

    it('without revealing that a therapist has applied', async () => {
      const refused = await askForSheet(site, ['not-yet']);
      expect(refused.status).to.equal(422);
      expect(refused.body).to.contain('“not-yet” is not in the directory').and.not.to.contain('Secret');
    });

    it('with every error at once', async () => {
      const refused = await askForSheet(site, ['flo-rida', 'pat-paused'], { practice: '', phone: '1' });
      expect(refused.texts('.errors li')).to.have.lengthOf(4);
    });
  });

  it('except for a therapist who does not take the insurance, who is allowed', async () => {
    expect((await askForSheet(site, ['no-plan'])).status).to.equal(303);
  });

  it('is not made from a page of another origin', async () => {
    const visitor = await site.visitor();
    const foreign = [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }];
    const before = await sheetsKept();
    for (const headers of foreign)
      expect((await visitor.post('/referrals', { ...filledIn, pick: 'ana-1' }, headers)).status).to.equal(
        403,
      );
    expect(await sheetsKept()).to.equal(before);
  });

  it('is made only a limited number of times per hour', async () => {
    const limited = await openSite({
      therapists: [aTherapist({ slug: 'only' })],
      settings: { RATE_LIMIT: '1000' },
    });
    try {
      const statuses: number[] = [];
      for (let turn = 0; turn < 62; turn++) statuses.push((await askForSheet(limited, ['only'])).status);
      expect(statuses.slice(0, 60)).to.deep.equal(Array(60).fill(303));
      expect(statuses.slice(60)).to.deep.equal([429, 429]);
    } finally {
      await limited.close();
    }
  });

  it('answers every input with a page, and escapes it', async () => {
    const name = fc.constantFrom(...Object.keys(filledIn), 'pick', 'q', 'page', 'drop', '__proto__', 'near');
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('<script>alert(1)</script>', '\u0000', '\ud800', 'ana-1', '99999999', '{{x}}', '%'),
    );
    const visitor = await site.visitor();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, value), { maxLength: 25 }), async (pairs) => {
        const params = new URLSearchParams(
          pairs.map(([key, text]): [string, string] => [key, text.toWellFormed()]),
        );
        for (const page of [
          await visitor.post('/referrals', params),
          await visitor.get(`/referrals/new?${params}`),
        ]) {
          expect(page.status).to.be.oneOf([200, 303, 414, 422]);
          expect(page.body).not.to.contain('<script>alert');
        }
      }),
      { numRuns: 60 },
    );
  });

  it('looks up at most a dozen names', async () => {
    const page = await site.get(
      `/referrals/new?${Array.from({ length: 300 }, (_, at) => `pick=x${at}`).join('&')}`,
    );
    expect(page.texts('.chosen .error').join()).to.contain('288 names more were left out unread');
  });

  it('starts from a page for physicians, which the footer of every page links to', async () => {
    const visitor = await site.visitor();
    const home = await visitor.get('/');
    expect(home.$('footer a[href="/referrals"]')).to.have.lengthOf(1);
    const start = await visitor.get('/referrals');
    const found = await visitor.submit(start, { form: 'main form', fill: { state: 'NJ', payer: '' } });
    expect(found.url).to.contain('/referrals/new?state=NJ');
    expect(found.$('meta[name=robots]').attr('content')).to.equal('noindex');
  });
});
