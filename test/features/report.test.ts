import { expect } from 'chai';
import fc from 'fast-check';
import { reports } from '../../src/storage/kinds.js';
import { openSite, type Site } from '../support/site.js';
import { aTherapist } from '../support/therapist-builder.js';

describe('"Is something wrong with this listing?"', () => {
  const ana = aTherapist({ slug: 'ana-ruiz', published: { name: 'Ana Ruiz' } });
  const paused = aTherapist({ slug: 'pia-paused', status: 'paused' });
  let site: Site;
  beforeEach(async () => {
    site = await openSite({ therapists: [ana, paused] });
  });
  afterEach(() => site.close());

  const open = () => site.store.records(reports).tagged('open', { limit: 100 });
  const path = '/therapists/ana-ruiz/report';

  it('is linked from the profile, takes one form, and needs no account', async () => {
    const visitor = await site.visitor();
    const profile = await visitor.get('/therapists/ana-ruiz');
    expect(profile.$(`a[href="${path}"]`).text()).to.match(/wrong with this listing/);
    const form = await visitor.get(path);
    const sent = await visitor.submit(form, {
      fill: { reason: 'not-accepting', words: 'Called on Monday.' },
    });
    expect(sent.status).to.equal(303);
    const thanks = await visitor.follow(sent);
    expect(thanks.text('h1')).to.equal('Thank you');
    expect(visitor.cookies.size).to.equal(0);
    const [report] = await open();
    expect(report).to.include({
      therapistId: ana.id,
      reason: 'not-accepting',
      words: 'Called on Monday.',
      count: 1,
    });
    // Monday, March 2; two business days later.
    expect(report?.dueOn).to.equal('2026-03-04');
    expect(JSON.stringify(report)).to.not.include('127.0.0.1');
  });

  it('asks the therapist at once, in one email for each fact', async () => {
    const visitor = await site.visitor();
    for (const reason of ['not-accepting', 'not-accepting', 'insurance-wrong'])
      await visitor.submit(await visitor.get(path), { fill: { reason } });
    const emails = await site.emails();
    expect(emails.map(({ to }) => to)).to.deep.equal([[ana.email], [ana.email]]);
    expect(emails[0]?.text.replaceAll('\n', ' ')).to.contain('you are not taking new patients');
    expect(emails[1]?.text.replaceAll('\n', ' ')).to.contain('the insurance on it is wrong');
  });

  it('counts an address once a day', async () => {
    const visitor = await site.visitor();
    const tell = async () =>
      visitor.submit(await visitor.get(path), { fill: { reason: 'cannot-be-reached' } });
    await tell();
    await tell();
    expect((await open()).map(({ count }) => count)).to.deep.equal([1]);
    site.goTo('2026-03-03');
    await tell();
    const [report] = await open();
    expect(report?.count).to.equal(2);
    expect(report?.counted).to.have.length(1);
  });

  it('counts a network once, however many addresses it has', async () => {
    const behind = await openSite({ therapists: [ana], settings: { TRUST_PROXY: '1' } });
    try {
      const visitor = await behind.visitor();
      const tell = (from: string) =>
        visitor.post(path, { reason: 'not-accepting' }, { 'x-forwarded-for': from });
      for (const from of ['2001:db8:1:2::1', '2001:db8:1:2::2', '2001:db8:1:3:4:5:6:7', '192.0.2.1'])
        expect((await tell(from)).status).to.equal(303);
      const [report] = await behind.store.records(reports).tagged('open', { limit: 2 });
      expect(report?.count).to.equal(2);
    } finally {
      await behind.close();
    }
  });

  it('stores one report when twenty people report the same fact at once', async () => {
    const visitor = await site.visitor();
    const sent = await Promise.all(
      Array.from({ length: 20 }, () => visitor.post(path, { reason: 'not-licensed-here' })),
    );
    expect(sent.map(({ status }) => status)).to.deep.equal(Array(20).fill(303));
    expect((await open()).map(({ count }) => count)).to.deep.equal([1]);
  });

  it('says what is missing, and keeps what was typed', async () => {
    const visitor = await site.visitor();
    const none = await visitor.submit(await visitor.get(path), { fill: { words: '<b>No idea</b>' } });
    expect(none.status).to.equal(422);
    expect(none.text('.errors a')).to.equal('Choose one of the choices offered.');
    expect(none.$('textarea').val()).to.equal('<b>No idea</b>');
    const other = await visitor.submit(await visitor.get(path), { fill: { reason: 'other' } });
    expect(other.text('#f-words-error')).to.equal('Say in a few words what is wrong.');
    expect(other.$('input[value="other"]').attr('checked')).to.equal('checked');
    expect(await open()).to.deep.equal([]);
  });

  it('thanks a bot that fills in the hidden field, and stores nothing', async () => {
    const visitor = await site.visitor();
    const sent = await visitor.submit(await visitor.get(path), {
      fill: { reason: 'other', words: 'Buy', website: 'x' },
    });
    expect(sent.to).to.equal('/therapists/ana-ruiz/report/thanks');
    expect(await open()).to.deep.equal([]);
  });

  it('does not exist for a therapist who is not listed', async () => {
    const visitor = await site.visitor();
    for (const slug of ['nobody', 'pia-paused', '__proto__']) {
      expect((await visitor.get(`/therapists/${slug}/report`)).status).to.equal(404);
      expect(
        (await visitor.post(`/therapists/${slug}/report`, { reason: 'other', words: 'x' })).status,
      ).to.equal(404);
    }
  });

  it('refuses a form from another site', async () => {
    const visitor = await site.visitor();
    const sent = await visitor.post(
      path,
      { reason: 'not-accepting' },
      { origin: 'https://elsewhere.example' },
    );
    expect(sent.status).to.equal(403);
    const crossed = await visitor.post(path, { reason: 'not-accepting' }, { 'sec-fetch-site': 'cross-site' });
    expect(crossed.status).to.equal(403);
    expect(await open()).to.deep.equal([]);
  });

  it('answers hostile forms with 303 or 422, and never fails', async () => {
    const visitor = await site.visitor();
    const name = fc.oneof(
      fc.constantFrom(
        'reason',
        'words',
        'website',
        'reason.0',
        'words.__proto__.x',
        '__proto__',
        'constructor',
      ),
      fc.string({ maxLength: 20, unit: 'binary' }),
    );
    const value = fc.oneof(
      fc.constantFrom('not-accepting', 'other', ''),
      fc.string({ maxLength: 2000, unit: 'binary' }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, value), { maxLength: 8 }), async (fields) => {
        const sent = await visitor.post(path, new URLSearchParams(fields));
        expect(sent.status).to.be.oneOf([303, 422]);
      }),
      { numRuns: 150 },
    );
  });
});
