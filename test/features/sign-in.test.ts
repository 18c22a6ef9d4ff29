import { expect } from 'chai';
import fc from 'fast-check';
import { MESSAGES } from '../../src/account/ask-form.js';
import { loginTokens, reviewers, standaloneEmails } from '../../src/storage/kinds.js';
import { linksIn } from '../support/links-in.js';
import { askForLink, linkOf, signInByMail } from '../support/sign-in.js';
import { openSite, type Seen, type Site } from '../support/site.js';
import { aTherapist } from '../support/therapist-builder.js';
import type { Visitor } from '../support/visitor.js';

const ANA = 'Ana@practice.example';
const REVIEWER = 'rosa@holdspace.example';
const SENT = '/sign-in/sent';

describe('signing in', () => {
  let site: Site;
  let visitor: Visitor;
  beforeEach(async () => {
    site = await openSite({ therapists: [aTherapist({ email: ANA })] });
    await site.store
      .records(reviewers)
      .insert({ id: REVIEWER, revision: 1, createdAt: '2026-01-01T00:00:00.000Z' });
    visitor = await site.visitor();
  });
  afterEach(() => site.close());

  /** How many links that still work are in the store. */
  const tokens = async () => (await site.store.records(loginTokens).page(null, 1000)).length;
  const isNoLink = (seen: Seen) => {
    expect(seen.status).to.equal(404);
    expect(seen.text('h1')).to.equal('This link does not work any more');
    expect(seen.$('form[action="/sign-in"] input[name="email"]')).to.have.lengthOf(1);
    expect(seen.headers.get('cache-control')).to.equal('no-store');
    expect(seen.headers.get('set-cookie')).to.equal(null);
  };

  it('takes an address, an email and a button', async () => {
    const sent = await visitor.submit(await visitor.get('/sign-in'), { fill: { email: ANA } });
    expect([sent.status, sent.to]).to.deep.equal([303, SENT]);
    const told = await visitor.follow(sent);
    expect(told.text('h1')).to.equal('Check your email');
    expect(told.text('main')).to.contain('Nothing there').and.to.contain('This machine sends no mail');
    const emails = await site.emails();
    expect(emails.map(({ to }) => to)).to.deep.equal([[ANA]]);
    const page = await visitor.get(linkOf(emails));
    expect(page.text('main')).to.contain(ANA);
    const inside = await visitor.submit(page);
    expect([inside.status, inside.to]).to.deep.equal([303, '/practice']);
    const here = await visitor.get('/sign-in');
    expect(here.text('h1')).to.equal('You are signed in');
    expect(here.text('.account')).to.contain(ANA);
    expect(here.$('main a[href="/practice"]')).to.have.lengthOf(1);
    expect(here.$('a[href="/review"]')).to.have.lengthOf(0);
  });

  it('ignores case and blanks around an address, and writes to the address in the record', async () => {
    await visitor.post('/sign-in', { email: '  ANA@Practice.EXAMPLE ' });
    expect((await site.emails()).map(({ to }) => to)).to.deep.equal([[ANA]]);
  });

  it('leads reviewers to the queue, and shows both ways to a reviewer who is a therapist', async () => {
    const both = 'both@holdspace.example';
    await site.store.therapists.insert(aTherapist({ email: both }));
    await site.store
      .records(reviewers)
      .insert({ id: both, revision: 1, createdAt: '2026-01-01T00:00:00.000Z' });
    expect((await signInByMail(site, visitor, REVIEWER)).to).to.equal('/review');
    const other = await site.visitor();
    expect((await signInByMail(site, other, both)).to).to.equal('/review');
    expect((await other.get('/sign-in')).texts('.account nav a')).to.deep.equal(['Review', 'Your practice']);
  });

  it('continues to the requested page', async () => {
    const inside = await signInByMail(site, visitor, ANA, '/sign-in?next=%2Fpractice%2Ffees%3Fa%3D1');
    expect(inside.to).to.equal('/practice/fees?a=1');
  });

  it('leads to no other site, whatever `next` says', async () => {
    const traps = [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '/.//evil.example',
      '/..//evil.example',
      '/%2e//evil.example',
      '/\t/evil.example',
      'javascript:alert(1)',
      `/${'a'.repeat(600)}`,
      '',
    ];
    for (const next of traps) {
      const form = await visitor.get(`/sign-in?${new URLSearchParams({ next })}`);
      expect(form.$('input[name="next"]').attr('value') ?? '', next).not.to.match(/evil|javascript|a{600}/);
    }
    // The same without the form: at most five emails go to one address.
    for (const next of traps.slice(0, 5)) {
      const mine = await site.visitor();
      const before = (await site.emails()).length;
      await mine.post('/sign-in', { email: ANA, next });
      const link = linkOf((await site.emails()).slice(before));
      expect((await mine.submit(await mine.get(link))).to, next).to.equal('/practice');
    }
  });

  it('answers the same for unknown addresses, sends them nothing, and stores nothing about them', async () => {
    await site.store.therapists.insert(
      aTherapist({ email: 'left@practice.example', status: 'withdrawn', published: null }),
    );
    const known = await visitor.post('/sign-in', { email: ANA });
    for (const email of ['nobody@practice.example', 'left@practice.example']) {
      const unknown = await visitor.post('/sign-in', { email });
      expect(unknown.status).to.equal(known.status);
      expect(unknown.to).to.equal(known.to);
      expect(unknown.body).to.equal(known.body);
      const names = (seen: Seen) => [...seen.headers.keys()].sort();
      expect(names(unknown)).to.deep.equal(names(known));
    }
    expect(await site.emails()).to.have.lengthOf(1);
    const left = await site.store.records(standaloneEmails).page(null, 10);
    expect(left.map(({ to }) => to)).to.deep.equal([ANA]);
    expect(site.log.join('')).not.to.contain('nobody@').and.not.to.contain('practice.example');
  });

  it('lets a link be opened any number of times, and used once', async () => {
    const link = linkOf(await askForLink(site, visitor, ANA));
    for (let scan = 0; scan < 3; scan++) expect((await site.get(link)).status).to.equal(200);
    const page = await visitor.get(link);
    expect(page.headers.get('cache-control')).to.equal('no-store');
    expect((await visitor.submit(page)).status).to.equal(303);
    const other = await site.visitor();
    isNoLink(await other.get(link));
    isNoLink(await other.post(link, {}));
  });

  it('lets one of two simultaneous clicks in', async () => {
    const link = linkOf(await askForLink(site, visitor, ANA));
    const both = await Promise.all([visitor.post(link, {}), visitor.post(link, {})]);
    expect(both.map(({ status }) => status).sort()).to.deep.equal([303, 404]);
  });

  it('expires a link after twenty minutes', async () => {
    const link = linkOf(await askForLink(site, visitor, ANA));
    site.pass(19);
    expect((await visitor.get(link)).status).to.equal(200);
    site.pass(1);
    isNoLink(await visitor.get(link));
    isNoLink(await visitor.post(link, {}));
  });

  it('stores nothing that could be used to sign in', async () => {
    const link = linkOf(await askForLink(site, visitor, ANA));
    const secret = link.slice('/sign-in/'.length);
    const kept = JSON.stringify([
      await site.store.records(loginTokens).page(null, 10),
      await site.store.records(standaloneEmails).page(null, 10),
    ]);
    expect(kept).to.contain(ANA).and.not.to.contain(secret).and.not.to.contain(secret.split('.')[1]);
  });

  it('answers forged, mistyped and foreign links alike', async () => {
    const link = linkOf(await askForLink(site, visitor, ANA));
    const cut = link.slice(0, -1);
    const pages = await Promise.all(
      [cut, `${link}x`, link.toUpperCase(), '/sign-in/x', '/sign-in/%00', `/sign-in/${'a'.repeat(2000)}`].map(
        (path) => visitor.get(path),
      ),
    );
    for (const page of pages) isNoLink(page);
    expect(new Set(pages.map(({ body }) => body)).size).to.equal(1);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }), async (text) => {
        const path = `/sign-in/${encodeURIComponent(text.toWellFormed())}`;
        fc.pre(path !== SENT);
        const seen = await visitor.get(path);
        // The client folds away `.` and `..`.
        expect([200, 404]).to.contain(seen.status);
        if (!/^\.{1,2}$/.test(text)) expect((await visitor.post(path, {})).status).to.equal(404);
      }),
      { numRuns: 25 },
    );
  });

  it('sends at most five links an hour to an address, and does not say so', async () => {
    for (let asked = 0; asked < 7; asked++) {
      expect((await visitor.post('/sign-in', { email: ANA.toUpperCase() })).to).to.equal(SENT);
      await site.emails();
    }
    expect(await site.emails()).to.have.lengthOf(5);
    site.pass(61);
    await visitor.post('/sign-in', { email: ANA });
    expect(await site.emails()).to.have.lengthOf(6);
  });

  it('sends at most five when all are requested at once', async () => {
    await Promise.all(Array.from({ length: 9 }, () => visitor.post('/sign-in', { email: ANA })));
    expect(await site.emails()).to.have.lengthOf(5);
  });

  it('limits requests for links from one network', async () => {
    const strict = await openSite({ settings: { RATE_LIMIT: '1000' } });
    try {
      const eager = await strict.visitor();
      const statuses: number[] = [];
      for (let asked = 0; asked < 22; asked++)
        statuses.push((await eager.post('/sign-in', { email: `a${asked}@practice.example` })).status);
      expect(statuses.slice(0, 20)).to.deep.equal(Array(20).fill(303));
      expect(statuses.slice(20)).to.deep.equal([429, 429]);
      expect((await eager.get('/sign-in')).status).to.equal(200);
    } finally {
      await strict.close();
    }
  });

  describe('gives a form back with what was typed', () => {
    const cases: [string, string | readonly string[], string][] = [
      ['nothing', '', MESSAGES.none],
      ['blanks', '   ', MESSAGES.none],
      ['no address', 'ana at practice', MESSAGES.bad],
      ['an address with a name', 'Ana <ana@practice.example>', MESSAGES.bad],
      ['two addresses in one', 'a@practice.example, b@practice.example', MESSAGES.bad],
      ['a header in it', 'a@practice.example\r\nBcc: b@practice.example', MESSAGES.bad],
      ['a NUL in it', 'a\u0000@practice.example', MESSAGES.bad],
      ['what no record can hold', 'ana!b@practice.example', MESSAGES.bad],
      ['an end that no record can hold', "ana'@practice.example", MESSAGES.bad],
      ['too long a one', `${'a'.repeat(60)}@${'b'.repeat(59)}.example`, MESSAGES.long],
      ['two addresses', ['a@practice.example', 'b@practice.example'], MESSAGES.many],
    ];
    for (const [title, email, message] of cases)
      it(`with ${title}`, async () => {
        const seen = await visitor.post('/sign-in', { email, next: '/practice' });
        expect(seen.status).to.equal(422);
        expect(seen.text('.errors a')).to.equal(message);
        expect(seen.$('.errors a').attr('href')).to.equal('#f-email');
        expect(seen.text('#f-email-error')).to.equal(message);
        // As HTML itself reads them.
        const typed = [email].flat()[0]!.replace('\r\n', '\n').replace('\0', '\ufffd');
        expect(seen.$('#f-email').attr('value')).to.equal(typed);
        expect(seen.$('input[name="next"]').attr('value')).to.equal('/practice');
        expect(await site.emails()).to.have.lengthOf(0);
      });

    it('and never fails, whatever is sent', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(
            fc.tuple(
              fc.oneof(fc.constantFrom('email', 'next', '_token'), fc.string({ maxLength: 12 })),
              fc.string({ unit: 'binary', maxLength: 60 }),
            ),
            { maxLength: 6 },
          ),
          async (fields) => {
            const seen = await visitor.post('/sign-in', new URLSearchParams(fields));
            expect([303, 422]).to.contain(seen.status);
          },
        ),
        { numRuns: 40 },
      );
    });
  });

  it('refuses forms from another site', async () => {
    const link = linkOf(await askForLink(site, visitor, ANA));
    for (const headers of [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'null' },
    ] as Record<string, string>[]) {
      expect((await visitor.post('/sign-in', { email: ANA }, headers)).status).to.equal(403);
      expect((await visitor.post(link, {}, headers)).status).to.equal(403);
    }
    expect(await site.emails()).to.have.lengthOf(1);
    expect((await visitor.post(link, {})).status).to.equal(303);
  });

  it('ends with the sign-out button, in the browser and in the store', async () => {
    await signInByMail(site, visitor, ANA);
    const stolen = new Map(visitor.cookies);
    const out = await visitor.submit(await visitor.get('/sign-in'), { form: '.account form' });
    expect([out.status, out.to]).to.deep.equal([303, '/']);
    expect(visitor.cookies.size).to.equal(0);
    for (const [name, value] of stolen) visitor.cookies.set(name, value);
    expect((await visitor.get('/sign-in')).text('h1')).to.equal('Sign in');
  });

  it('does not end by a form without the token', async () => {
    await signInByMail(site, visitor, ANA);
    expect((await visitor.post('/sign-out', {})).status).to.equal(403);
    expect((await visitor.get('/sign-in')).text('h1')).to.equal('You are signed in');
  });

  it('does not sign in a person who was removed between email and click', async () => {
    const link = linkOf(await askForLink(site, visitor, REVIEWER));
    await site.store.records(reviewers).remove(REVIEWER);
    isNoLink(await visitor.post(link, {}));
    expect(await tokens()).to.equal(0);
  });

  it('builds links from the settings or its own address, never from the request', async () => {
    const headers = {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      forwarded: 'host=evil.example',
    };
    const request = await import('node:http');
    const { port } = new URL(site.origin);
    const body = new URLSearchParams({ email: ANA }).toString();
    const status = await new Promise<number>((resolve, reject) => {
      const asked = request.request(
        {
          port,
          path: '/sign-in',
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
        },
      );
      asked.on('error', reject);
      asked.end(body);
    });
    expect(status).to.equal(303);
    const [email] = await site.emails();
    expect(email?.raw).not.to.contain('evil');
    expect(email?.text).to.contain(`${site.origin}${linksIn(email!)[0]}`);
  });
});

describe('signing in by https', () => {
  it('uses PUBLIC_URL in emails, and limits the cookie to this host', async () => {
    const PUBLIC_URL = 'https://directory.example';
    const site = await openSite({ therapists: [aTherapist({ email: ANA })], settings: { PUBLIC_URL } });
    try {
      const visitor = await site.visitor();
      const headers = { origin: PUBLIC_URL };
      expect((await visitor.post('/sign-in', { email: ANA }, headers)).status).to.equal(303);
      const [email] = await site.emails();
      expect(email?.text).to.match(/^https:\/\/directory\.example\/sign-in\/\S+$/m);
      const entered = await visitor.post(linkOf([email!]), {}, headers);
      expect(entered.status).to.equal(303);
      const cookie = entered.headers.get('set-cookie')!;
      expect(cookie).to.match(/^__Host-holdspace=[a-z0-9]{30,}; /);
      expect(
        cookie
          .split('; ')
          .slice(1)
          .map((part) => part.replace(/=.*(GMT)$/, '')),
      ).to.have.members(['Path=/', 'Expires', 'HttpOnly', 'Secure', 'SameSite=Lax']);
    } finally {
      await site.close();
    }
  });
});
