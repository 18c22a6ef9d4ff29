import { createHash } from 'node:crypto';
import { expect } from 'chai';
import fc from 'fast-check';
import qrcode from 'qrcode';
import { createReferral } from '../../src/referral/create-referral.js';
import { sheets } from '../../src/storage/kinds.js';
import { askForSheet, filledIn, makeSheet } from '../support/referrals.js';
import { openSite, type Site } from '../support/site.js';
import { aTherapist, TODAY } from '../support/therapist-builder.js';

describe('a referral sheet', () => {
  let site: Site;
  beforeEach(async () => {
    site = await openSite({
      therapists: [
        aTherapist({ id: 'ana00001', slug: 'ana-ruiz', published: { name: 'Ana Ruiz' } }),
        aTherapist({
          id: 'ben00001',
          slug: 'ben-oduya',
          findings: aTherapist().findings.filter(({ subject }) => subject !== 'caseload'),
          published: {
            name: 'Ben Oduya',
            contact: { phone: null, email: 'ben@practice.example', web: 'https://oduya.example/' },
            coverage: [],
          },
        }),
      ],
      settings: { PUBLIC_URL: 'http://directory.example' },
    });
  });
  afterEach(() => site.close());

  // The headers of a browser on the public address.
  const headers = { origin: 'http://directory.example' };
  const make = async (pick: readonly string[], wish = {}) => {
    const sent = await (await site.visitor()).post('/referrals', { ...filledIn, pick, ...wish }, headers);
    const made = await site.get(sent.to!);
    const [sheet, pdf, , end] = made
      .$('main a')
      .toArray()
      .map((link) => made.$(link).attr('href')!);
    return { sheet: sheet!, pdf: pdf!, end: end!, made: sent.to!, shown: made };
  };

  it('shows the maker both whole links, on a page that must not be cached', async () => {
    const { sheet, end, shown } = await make(['ana-ruiz']);
    expect(shown.texts('.address')).to.deep.equal([
      `http://directory.example${sheet}`,
      `http://directory.example${end}`,
    ]);
    expect(shown.headers.get('cache-control')).to.equal('no-store');
    expect(shown.text('main')).to.contain('April 1, 2026');
  });

  it('shows contact, reasons, the five answers in one line each, what to ask and how to reach each other', async () => {
    const page = await site.get((await make(['ana-ruiz', 'ben-oduya'])).sheet);
    expect(page.status).to.equal(200);
    expect(page.texts('.one h2')).to.deep.equal([
      'Ana Ruiz MA, LPC · Counselor',
      'Ben Oduya MA, LPC · Counselor',
    ]);
    expect(page.$('a[href="tel:+1-973-555-0142"]')).to.have.lengthOf(1);
    expect(page.$('a[href="mailto:ben@practice.example"]')).to.have.lengthOf(1);
    expect(page.texts('.one .why li')).to.deep.equal([
      'Licensed in New Jersey (LPC): in person and telehealth',
      'Takes Horizon BCBSNJ (commercial) in New Jersey: preparation and integration visits',
      'Licensed in New Jersey (LPC): in person and telehealth',
      'Not said to take this insurance in New Jersey: ask first',
    ]);
    expect(page.texts('.one:first-of-type .answer-lines dd')).to.deep.equal([
      'Verified Fluence: Postgraduate Certificate in KAP (2023, 125 hours)',
      'Verified 24 KAP patients in the twelve months before January 31, 2026',
      'Verified With you during the session: in the room or on video; dose taken in the office of the therapist or at your home; integration within 72 hours',
      'Verified I stay close, slow everything down and name what I see.',
      'Verified In contact with the prescriber: A call before the first dose and a note after each session.',
    ]);
    expect(page.texts('.one').at(1)).to.contain('Self-reported 24 KAP patients');
    expect(page.texts('.calls li')).to.have.lengthOf(6);
    expect(page.text('.calls')).to.contain(
      'reach each other by phone or by fax: before the first dose and the same day when something notable happens.',
    );
    expect(page.text('header')).to.contain(
      'Zoë Łukasz, MD, Hudson Family Medicine · Phone 201-555-0100 · Fax',
    );
    expect(page.text('.dates')).to.equal(
      'Made March 2, 2026, looked up again March 2, 2026, to be read until April 1, 2026.',
    );
    expect(page.texts('.one .fresh')[0]).to.contain('Facts confirmed February 20, 2026, 10 days ago');
  });

  it('has a QR code of its address under PUBLIC_URL, whatever the Host header says', async () => {
    const { sheet } = await make(['ana-ruiz']);
    const plain = await site.get(sheet);
    expect(plain.$('.code a').attr('href')).to.equal(`http://directory.example${sheet}`);
    const drawn = plain.$('.code path').attr('d') ?? '';
    expect(drawn).to.match(/^M4 4h7v1h-7z/);
    const forged = await site.get(sheet, { 'x-forwarded-host': 'evil.example' });
    expect(forged.$('.code path').attr('d')).to.equal(drawn);
    expect(forged.body).not.to.contain('evil.example');
  });

  it('draws the QR code of its address exactly', async () => {
    const { sheet } = await make(['ana-ruiz']);
    const page = await site.get(sheet);
    const { modules } = qrcode.create(`http://directory.example${sheet}`, { errorCorrectionLevel: 'M' });
    const dark = new Set<string>();
    for (const [, x, y, run] of (page.$('.code path').attr('d') ?? '').matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
      for (let at = 0; at < Number(run); at++) dark.add(`${Number(x) + at - 4} ${Number(y) - 4}`);
    const wanted = new Set<string>();
    for (let y = 0; y < modules.size; y++)
      for (let x = 0; x < modules.size; x++) if (modules.get(y, x)) wanted.add(`${x} ${y}`);
    expect(dark).to.deep.equal(wanted);
    expect(page.$('.code svg').attr('viewBox')).to.equal(`0 0 ${modules.size + 8} ${modules.size + 8}`);
  });

  it('is not indexed, not cached, and not named in the log', async () => {
    const { sheet, pdf, end, made } = await make(['ana-ruiz']);
    for (const path of [sheet, pdf, end, made]) {
      const answer = await site.get(path);
      expect(answer.status, path).to.equal(200);
      expect(answer.headers.get('cache-control'), path).to.equal('no-store');
      expect(answer.headers.get('x-robots-tag'), path).to.equal('noindex');
      expect(answer.headers.get('referrer-policy'), path).to.equal('same-origin');
      expect(answer.headers.get('etag'), path).to.equal(null);
      if (path !== pdf) expect(answer.$('meta[name=robots]').attr('content'), path).to.equal('noindex');
    }
    expect(site.log.join()).to.contain('/r/:token').and.not.to.contain(sheet);
  });

  it('is stored under hashes, with ids and no name of a therapist', async () => {
    const { sheet, end } = await make(['ana-ruiz']);
    const [record] = await site.store.records(sheets).page(null, 10);
    const hash = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(record?.id).to.equal(hash(sheet.split('/').at(-1)!));
    expect(record?.revokeHash).to.equal(hash(end.split('/').at(-1)!));
    expect(record?.therapistIds).to.deep.equal(['ana00001']);
    expect(JSON.stringify(record)).not.to.match(/Ana Ruiz|ana-ruiz/);
  });

  it('has an address of at least 128 bits, made of two random ids', async () => {
    const drawn: string[] = [];
    const { referrals } = createReferral({
      store: site.store,
      clock: { now: () => new Date(`${TODAY}T12:00:00Z`) },
      // Each has 100 bits in the program (src/compose/ids.ts).
      newId: () => drawn[drawn.push(`id${drawn.length}`) - 1]!,
    } as never);
    const { token, endToken } = await referrals.make({
      therapistIds: ['ana00001'],
      state: 'NJ',
      payer: null,
      line: null,
      practice: { name: 'x', clinician: null, phone: '201-555-0100', fax: null },
      contact: { ways: ['phone'], moments: [] },
      days: 7,
    });
    expect([token, endToken]).to.deep.equal(['id0id1', 'id2id3']);
    expect(await referrals.countNaming('ana00001')).to.equal(1);
    expect(await referrals.countNaming('ben00001')).to.equal(0);
  });

  it('gives the same answer when it has expired, was ended, is mistyped or never existed', async () => {
    const ended = await make(['ana-ruiz']);
    await (await site.visitor()).post(ended.end, {}, headers);
    const short = await make(['ana-ruiz'], { days: '7' });
    site.goTo('2026-03-09');
    const mistyped = `${short.sheet.slice(0, -1)}X`;
    const never = '/r/00000000000000000000000000000000000000000';
    const hopeless = ['/r/%00', '/r/__proto__', '/r/constructor', `/r/${'z'.repeat(900)}`];
    const first = await site.get(never);
    expect(first.status).to.equal(404);
    expect(first.text('h1')).to.equal('There is no sheet at this address');
    for (const path of [
      ended.sheet,
      ended.pdf,
      ended.end,
      ended.made,
      short.sheet,
      short.pdf,
      short.end,
      mistyped,
      ...hopeless,
    ]) {
      const answer = await site.get(path);
      expect(answer.status, path).to.equal(404);
      expect(answer.body, path).to.equal(first.body);
      const told = (seen: typeof first) => [...seen.headers].filter(([name]) => name !== 'date');
      expect(told(answer), path).to.deep.equal(told(first));
    }
  });

  it('can be read until its last moment', async () => {
    const { sheet } = await make(['ana-ruiz'], { days: '60' });
    site.goTo('2026-04-30');
    expect((await site.get(sheet)).status).to.equal(200);
    site.goTo('2026-05-01');
    expect((await site.get(sheet)).status).to.equal(404);
  });

  it('is ended for good by the button on the page of the second link, and by nothing else', async () => {
    const visitor = await site.visitor();
    const { sheet, end } = await make(['ana-ruiz']);
    const other = await make(['ana-ruiz']);
    const token = sheet.split('/')[2]!;
    for (const wrong of [
      end.slice(0, -1),
      `/r/${token}/end/${token}`,
      `/r/${token}/end/${other.end.split('/').at(-1)}`,
    ])
      expect((await visitor.post(wrong, {}, headers)).status, wrong).to.equal(404);
    expect((await visitor.post(end, {}, { origin: 'https://evil.example' })).status).to.equal(403);
    const page = await visitor.get(end);
    expect(page.text('h1')).to.equal('End this sheet');
    expect((await site.get(sheet)).status).to.equal(200);
    const ended = await visitor.post(page.$('main form').attr('action')!, {}, headers);
    expect(ended.status).to.equal(303);
    expect((await visitor.follow(ended)).text('h1')).to.equal('The sheet has ended');
    expect((await site.get(sheet)).status).to.equal(404);
    expect((await visitor.post(end, {}, headers)).status).to.equal(404);
    expect((await site.get(other.sheet)).status).to.equal(200);
  });

  it('answers any token with a page, and never fails', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.string({ maxLength: 20 }),
        async (a, b) => {
          const [token, end] = [a, b].map((text) => encodeURIComponent(text.toWellFormed()));
          for (const path of [`/r/${token}`, `/r/${token}/sheet.pdf`, `/r/${token}/end/${end}`])
            expect((await site.get(path)).status, path).to.equal(404);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('from a cold search to paper', () => {
  it('takes five actions without scripts', async () => {
    const site = await openSite({
      therapists: ['one', 'two', 'three', 'four'].map((slug) => aTherapist({ slug })),
    });
    try {
      const visitor = await site.visitor();
      let actions = 0;
      const act = async <T>(step: Promise<T>) => {
        actions++;
        return step;
      };
      const search = await act(visitor.get('/therapists?state=NJ&payer=horizon-bcbsnj&line=commercial'));
      const link = search.$('a[href^="/referrals/new"]').attr('href')!;
      expect(link).to.equal('/referrals/new?state=NJ&payer=horizon-bcbsnj&line=commercial');
      const found = await act(visitor.get(link));
      const pick = found
        .$('.found [name=pick]')
        .toArray()
        .slice(0, 3)
        .map((box) => found.$(box).attr('value')!);
      const sent = await act(
        visitor.submit(found, {
          button: 'Make the sheet',
          fill: { pick, practice: 'Hudson Family Medicine', phone: '(201) 555-0100' },
        }),
      );
      const made = await visitor.follow(sent);
      const sheet = await act(visitor.get(made.$('main .actions a').first().attr('href')!));
      expect(sheet.$('.one')).to.have.lengthOf(3);
      const pdf = await act(visitor.get(sheet.$('a[href$=".pdf"]').attr('href')!));
      expect(pdf.headers.get('content-type')).to.equal('application/pdf');
      expect(actions).to.equal(5);
    } finally {
      await site.close();
    }
  });

  it('starts with the picks of a shortlist', async () => {
    const site = await openSite({ therapists: [aTherapist({ slug: 'one' }), aTherapist({ slug: 'two' })] });
    try {
      const visitor = await site.visitor();
      const page = await visitor.get('/referrals/new?state=NJ&pick=two&pick=one');
      const sent = await visitor.submit(page, {
        button: 'Make the sheet',
        fill: { practice: 'Hudson', phone: '201-555-0100 ext. 7' },
      });
      expect(sent.status).to.equal(303);
      expect((await makeSheet(site, ['one'])).sheet).to.match(/^\/r\//);
      expect((await askForSheet(site, [])).status).to.equal(422);
    } finally {
      await site.close();
    }
  });
});
