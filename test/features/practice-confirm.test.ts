import { expect } from 'chai';
import fc from 'fast-check';
import { confirmMac, confirmPath } from '../../src/practice/confirm-mac.js';
import { openSite, type Site } from '../support/site.js';
import { aTherapist } from '../support/therapist-builder.js';
import type { Visitor } from '../support/visitor.js';

const SECRET_KEY = 'a key of at least thirty-two characters';

describe('the confirmation link', () => {
  let site: Site;
  let visitor: Visitor;
  const ana = aTherapist({
    slug: 'ana',
    confirmKey: 'confirmkey0001',
    confirmedDaysAgo: 80,
    nextDueAt: '2026-03-12T00:00:00.000Z',
  });
  const path = confirmPath(ana, confirmMac(SECRET_KEY))!;
  beforeEach(async () => {
    site = await openSite({ therapists: [ana], settings: { SECRET_KEY } });
    visitor = await site.visitor();
  });
  afterEach(() => site.close());
  const stored = () => site.store.therapists.get(ana.id);

  it('shows what is public and when it was confirmed, and changes nothing when opened', async () => {
    const before = await stored();
    for (const _ of [1, 2, 3]) {
      const seen = await visitor.get(path);
      expect(seen.text('h1')).to.equal('Everything still right?');
      expect(seen.text('tbody')).to.contain('973-555-0142').and.to.contain('December 12, 2025');
      expect(seen.headers.get('cache-control')).to.equal('no-store');
      expect(seen.headers.get('content-encoding')).to.equal(null);
      expect(seen.$('meta[name=robots]').attr('content')).to.equal('noindex');
      expect(seen.$('main form')).to.have.lengthOf(1);
    }
    expect(await stored()).to.deep.equal(before);
  });

  it('confirms once by its button, and does not sign in', async () => {
    const seen = await visitor.get(path);
    const thanks = await visitor.submit(seen);
    expect(thanks.status).to.equal(200);
    expect(thanks.text('h1')).to.equal('Confirmed. Thank you.');
    expect(visitor.cookies.size).to.equal(0);
    expect((await stored())?.confirmedAt).to.equal('2026-03-02T12:00:00.000Z');
    expect((await visitor.get('/practice')).to).to.contain('/sign-in');
  });

  it('says that it is done on a second click or when opened again', async () => {
    const seen = await visitor.get(path);
    await visitor.submit(seen);
    const after = await stored();
    site.goTo('2026-03-05');
    for (const again of [await visitor.submit(seen), await visitor.get(path)]) {
      expect(again.status).to.equal(200);
      expect(again.text('h1')).to.equal('Confirmed already');
      expect(again.text('.lede')).to.contain('March 2, 2026');
      expect(again.$('main form')).to.have.lengthOf(0);
    }
    expect(await stored()).to.deep.equal(after);
  });

  it('stops working once used, when the listing lapsed since or was confirmed another way', async () => {
    await visitor.submit(await visitor.get(path));
    const used = (await stored())!;
    await site.store.therapists.update({ ...used, status: 'lapsed', confirmKey: 'confirmkey0002' });
    expect((await visitor.get(path)).status).to.equal(404);
    const again = await visitor.post(path, {});
    expect(again.status).to.equal(404);
    expect(again.text('h1')).to.contain('does not work any more');
    expect(again.$('main a').attr('href')).to.equal('/sign-in?next=%2Fpractice');
    expect((await stored())?.status).to.equal('lapsed');
  });

  it('only confirms, and ignores everything else in the form', async () => {
    const before = await stored();
    await visitor.post(path, { name: 'Evil', 'fees.hourly': '1', status: 'paused', draftRevision: '0' });
    expect((await stored())?.published).to.deep.equal(before?.published);
  });

  it('brings a lapsed listing back at once', async () => {
    site.goTo('2026-06-01');
    await site.holdspace.runJobs();
    await site.holdspace.catchUp();
    expect((await site.get('/therapists/ana')).status).to.equal(404);
    const lapsed = await stored();
    expect(lapsed?.status).to.equal('lapsed');
    const link = confirmPath(lapsed!, confirmMac(SECRET_KEY))!;
    const seen = await visitor.get(link);
    expect(seen.text('.lede')).to.contain('hidden');
    await visitor.submit(seen);
    await site.holdspace.catchUp();
    expect((await site.get('/therapists/ana')).status).to.equal(200);
  });

  it('does not work when it was replaced, when the listing is paused, or for any other text', async () => {
    const record = (await stored())!;
    const newer = await site.store.therapists.update({ ...record, confirmKey: 'confirmkey0002' });
    expect((await visitor.get(path)).status).to.equal(404);
    await site.store.therapists.update({ ...newer, confirmKey: 'confirmkey0001', status: 'paused' });
    expect((await visitor.get(path)).status).to.equal(404);
    expect((await visitor.post(path, {})).status).to.equal(404);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string(), fc.constant(`${ana.id}.`), fc.constant(ana.id)),
        async (text) => {
          const seen = await visitor.get(`/confirm/${encodeURIComponent(text)}`);
          expect(seen.status).to.equal(404);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('refuses a form from another site', async () => {
    const answer = await visitor.post(
      path,
      {},
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    );
    expect(answer.status).to.equal(403);
    expect((await stored())?.confirmKey).to.equal('confirmkey0001');
  });

  it('says what is missing when no license is valid anymore', async () => {
    const record = (await stored())!;
    const authority = [{ ...record.published!.authority[0]!, expiresOn: '2026-03-01' }];
    await site.store.therapists.update({ ...record, published: { ...record.published!, authority } });
    const refused = await visitor.submit(await visitor.get(path));
    expect(refused.status).to.equal(422);
    expect(refused.text('.lede')).to.contain('valid today');
  });
});
