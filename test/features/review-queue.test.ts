import { expect } from 'chai';
import { addBusinessDays } from '../../src/domain/business-days.js';
import { addDays } from '../../src/domain/calendar.js';
import { anApplicant } from '../support/an-applicant.js';
import { aReviewer } from '../support/reviewers.js';
import { openSite, type Site } from '../support/site.js';
import { aTherapist, at, TODAY } from '../support/therapist-builder.js';
import type { Visitor } from '../support/visitor.js';

const names = 'tbody th[scope=row]';

describe('the queue of reviewers', () => {
  let site: Site;
  let rita: Visitor;
  before(async () => {
    site = await openSite({
      therapists: [
        anApplicant({ profile: { name: 'Late Lena' }, waitsDays: 20 }),
        anApplicant({
          profile: { name: 'New Nora', npi: '1234567893' },
          waitsDays: 1,
          claimedBy: 'sol@review.example',
        }),
        anApplicant({
          profile: {
            name: 'Florida Fay',
            authority: [
              {
                state: 'FL',
                basis: 'license',
                type: 'LMHC',
                number: 'MH-12345',
                expiresOn: addDays(TODAY, 300),
              },
            ],
          },
          waitsDays: 3,
          claimedBy: 'rita@review.example',
        }),
        aTherapist({
          published: { name: 'Edith Edit' },
          draft: { name: 'Edith Edit', about: 'Something else.' },
          draftStatus: 'submitted',
          waitingSince: at(addDays(TODAY, -2)),
        }),
        aTherapist({ published: { name: 'Quiet Quinn' }, slug: 'quiet-quinn' }),
        anApplicant({
          profile: { name: 'Dora Declined' },
          status: 'declined',
          email: 'dora@practice.example',
        }),
      ].map((therapist) =>
        therapist.status === 'declined' ? { ...therapist, waitingSince: null } : therapist,
      ),
    });
    rita = await aReviewer(site);
    await site.holdspace.catchUp();
  });
  after(() => site.close());

  it('shows who waits, in order of due date, with what, since when and until when', async () => {
    const page = await rita.get('/review');
    expect(page.status).to.equal(200);
    expect(page.texts(names)).to.deep.equal(['Late Lena', 'Edith Edit', 'Florida Fay', 'New Nora']);
    expect(page.text('main [role=status]')).to.equal('4 wait for a reviewer, 1 overdue.');
    const [first] = page.$('tbody tr').toArray();
    expect(page.$(first).text()).to.contain('Application').and.to.contain('overdue').and.to.contain('NJ');
    // An edit sent on Saturday is due in two business days; an application of the Friday before in five.
    expect(addBusinessDays(addDays(TODAY, -2), 2)).to.equal('2026-03-03');
    expect(page.$('tbody tr').eq(1).text()).to.contain('Mar 3');
    expect(addBusinessDays(addDays(TODAY, -3), 5)).to.equal('2026-03-06');
    expect(page.$('tbody tr').eq(2).text()).to.contain('Mar 6');
    expect(page.headers.get('cache-control')).to.contain('no-store');
  });

  const shown: [path: string, who: string[]][] = [
    ['/review?show=applications', ['Late Lena', 'Florida Fay', 'New Nora']],
    ['/review?show=edits', ['Edith Edit']],
    ['/review?show=mine', ['Florida Fay']],
    ['/review?show=unclaimed', ['Late Lena', 'Edith Edit']],
    ['/review?show=overdue', ['Late Lena']],
    ['/review?state=FL', ['Florida Fay']],
    ['/review?show=edits&state=FL', []],
    ['/review?show=nonsense&state=XX&page=-4', ['Late Lena', 'Edith Edit', 'Florida Fay', 'New Nora']],
    ['/review?page=99', ['Late Lena', 'Edith Edit', 'Florida Fay', 'New Nora']],
  ];
  for (const [path, who] of shown)
    it(`filters by the address: ${path}`, async () => {
      const page = await rita.get(path);
      expect(page.texts(names)).to.deep.equal(who);
      if (who.length === 0) expect(page.text('main')).to.contain('Nobody waits here');
    });

  const looked: [q: string, who: string][] = [
    ['quinn', 'Quiet Quinn'],
    ['Quiet Quinn', 'Quiet Quinn'],
    ['quiet-quinn', 'Quiet Quinn'],
    ['dora@practice.example', 'Dora Declined'],
    ['DORA', 'Dora Declined'],
    ['1234567893', 'New Nora'],
    ['mh 12345', 'Florida Fay'],
  ];
  for (const [q, who] of looked)
    it(`finds a therapist among all records by “${q}”`, async () => {
      const page = await rita.get(`/review?${new URLSearchParams({ q })}`);
      expect(page.texts(names)).to.include(who);
      expect(page.texts(names).length).to.be.lessThan(3);
    });

  it('says when no one was found, and finds no one in another state', async () => {
    expect((await rita.get('/review?q=nobody-of-that-name')).text('main')).to.contain('Nobody was found');
    expect((await rita.get('/review?q=quinn&state=FL')).texts(names)).to.deep.equal([]);
  });

  it('pages a long queue and keeps the filter', async () => {
    const long = await openSite({
      therapists: Array.from({ length: 60 }, (_, index) =>
        anApplicant({ profile: { name: `Person ${index}` } }),
      ),
    });
    const visitor = await aReviewer(long);
    const first = await visitor.get('/review?show=unclaimed');
    expect(first.texts(names)).to.have.lengthOf(25);
    const second = await visitor.get(first.$('a[rel=next]').attr('href')!);
    const third = await visitor.get(second.$('a[rel=next]').attr('href')!);
    expect(third.texts(names)).to.have.lengthOf(10);
    expect(third.$('a[rel=next]')).to.have.lengthOf(0);
    const all = [first, second, third].flatMap((page) => page.texts(names));
    expect(new Set(all).size).to.equal(60);
    await long.close();
  });

  it('leaves the addresses of other reviewer pages alone', async () => {
    for (const room of ['reports', 'sample', 'gaps']) {
      const page = await rita.get(`/review/${room}`);
      expect(page.status, room).to.equal(200);
      expect(page.$('.account a[aria-current]').attr('href')).to.equal(`/review/${room}`);
    }
  });

  it('says so when it is empty', async () => {
    const empty = await openSite();
    const visitor = await aReviewer(empty);
    expect((await visitor.get('/review')).text('main')).to.contain('The queue is empty');
    await empty.close();
  });
});

describe('claiming', () => {
  let site: Site;
  let rita: Visitor;
  let sol: Visitor;
  beforeEach(async () => {
    site = await openSite({ therapists: [anApplicant({ id: 'applicant1', profile: { name: 'Ana Ruiz' } })] });
    rita = await aReviewer(site);
    sol = await aReviewer(site, 'sol@review.example');
  });
  afterEach(() => site.close());

  it('claims a case, and releases it again', async () => {
    const claimed = await rita.submit(await rita.get('/review'), { form: 'tbody form', button: 'Claim' });
    expect(claimed).to.include({ status: 303, to: '/review/applicant1?done=claimed' });
    expect((await rita.follow(claimed)).text('main .note')).to.contain('You have claimed this');
    expect((await site.store.therapists.get('applicant1'))?.status).to.equal('in-review');
    const released = await rita.submit(await rita.get('/review?show=mine'), {
      form: 'tbody form',
      button: 'Release',
    });
    expect(released.to).to.equal('/review?done=released&about=applicant1');
    const queue = await rita.follow(released);
    expect(queue.text('main .note')).to.contain('Ana Ruiz');
    expect(queue.texts('tbody button').join()).to.contain('Claim');
  });

  it('gives a case to one of two reviewers at once, and tells the other', async () => {
    const [hers, his] = [await rita.get('/review'), await sol.get('/review')];
    const both = await Promise.all([
      rita.submit(hers, { form: 'tbody form', button: 'Claim' }),
      sol.submit(his, { form: 'tbody form', button: 'Claim' }),
    ]);
    expect(both.map(({ status }) => status).sort()).to.deep.equal([303, 409]);
    const told = both.find(({ status }) => status === 409)!;
    const { claimedBy, history } = (await site.store.therapists.get('applicant1'))!;
    expect(told.text('[role=alert]')).to.contain(`${claimedBy} has this in review`);
    expect(history.map(({ action }) => action)).to.deep.equal(['claim']);
  });

  it('happens once on a double click, and shows the same page', async () => {
    const page = await rita.get('/review');
    const twice = [1, 2].map(() => rita.submit(page, { form: 'tbody form', button: 'Claim' }));
    for (const claimed of await Promise.all(twice))
      expect(claimed).to.include({ status: 303, to: '/review/applicant1?done=claimed' });
    const { history } = (await site.store.therapists.get('applicant1'))!;
    expect(history.map(({ action }) => action)).to.deep.equal(['claim']);
  });

  it('answers 404 for an unknown or malformed id', async () => {
    const token = (await rita.get('/review')).$('[name=_token]').attr('value') ?? '';
    for (const id of ['nobody0001', '..', 'a', '__proto__', 'x'.repeat(400)])
      expect(
        (await rita.post(`/review/${encodeURIComponent(id)}/claim`, { _token: token })).status,
        id,
      ).to.equal(404);
  });
});
