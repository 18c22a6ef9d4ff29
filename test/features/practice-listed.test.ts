import { expect } from 'chai';
import { coordinationWayIds } from '../../src/domain/reference/coordination.js';
import { reports, sheets } from '../../src/storage/kinds.js';
import { type OwnSite, ownSite } from '../support/own-site.js';
import { at } from '../support/therapist-builder.js';

const form = 'form:has([name=draftRevision])';

describe('a listed therapist', () => {
  let own: OwnSite;
  beforeEach(async () => {
    own = await ownSite({ slug: 'ana' }, true);
  });
  afterEach(() => own.close());
  const edit = async (page: string, fill: Record<string, string | string[]>) =>
    own.ana.follow(await own.ana.submit(await own.ana.get(`/practice/${page}`), { form, fill }));
  const publicPage = async () => {
    await own.site.holdspace.catchUp();
    return own.site.get('/therapists/ana');
  };

  it('sees that they are listed, until when, and when each fact was confirmed', async () => {
    const seen = await own.ana.get('/practice');
    expect(seen.text('.standing h2')).to.equal('You are listed');
    expect(seen.text('.standing')).to.contain('February 20, 2026').and.to.contain('May 21, 2026');
    expect(seen.texts('#facts + .table-wrap tbody th')).to.have.lengthOf(6);
    expect(seen.text('#facts + .table-wrap'))
      .to.contain('NJ: Horizon BCBSNJ, commercial')
      .and.to.contain('February 20, 2026');
    expect(seen.$('a[href="/therapists/ana"]')).to.have.lengthOf(1);
  });

  it('changes fees, insurance and availability at once, and reads which', async () => {
    const fees = await edit('insurance', { 'fees.hourly': '$260', 'coverage.0.payer': 'aetna' });
    expect(fees.text('[role=status]')).to.equal(
      'Saved, and public already: your insurance networks and your fees.',
    );
    expect(fees.$('#changes')).to.have.lengthOf(0);
    const page = await publicPage();
    expect(page.text('main')).to.contain('$260').and.to.contain('Aetna');
    const whom = await edit('whom', { accepting: 'no' });
    expect(whom.text('[role=status]')).to.contain('whether you take new patients');
    expect(whom.text('#facts + .table-wrap tr:last-child')).to.contain('March 2, 2026');
    expect((await publicPage()).text('.state')).to.contain('Not accepting');
  });

  it('can ask for another review after dropping the change that put them on hold', async () => {
    const blank = { state: '', basis: 'license', type: '', number: '', expiresOn: '' };
    const gone = Object.entries(blank).map(([field, value]) => [`authority.0.${field}`, value]);
    const held = await edit('where', Object.fromEntries(gone));
    expect(held.text('[role=status]')).to.equal('Saved. Patients do not find you now: read on below.');
    expect(held.text('.standing h2')).to.equal('Your listing is on hold');
    const dropped = await own.ana.follow(
      await own.ana.submit(held, { form: 'form[action="/practice/drop"]' }),
    );
    const way = dropped.$('.standing a[href="/practice/check"]');
    expect(way.text()).to.equal('Check and send');
    const check = await own.ana.get('/practice/check');
    expect(check.text('.lede')).to.contain('as it stands now');
    const sent = await own.ana.submit(check, { form, fill: { statement: '1' } });
    expect(sent.to).to.equal('/practice?done=submit');
    expect(await own.stored()).to.include({ status: 'suspended', draftStatus: 'submitted' });
    const waits = await own.ana.follow(sent);
    expect(waits.text('#changes + p')).to.contain('you hear from us by');
    expect(waits.$('.standing a[href="/practice/check"]')).to.have.lengthOf(0);
  });

  it('sees pending changes beside what is public, which stays', async () => {
    const seen = await edit('who', { name: 'Ana Other', 'contact.phone': '(973) 555 0177' });
    expect(seen.text('[role=status]')).to.equal(
      'Saved, and public already: how to reach you. Send the other changes to a reviewer below.',
    );
    const row = seen
      .$('#changes ~ .table-wrap tbody tr')
      .children()
      .toArray()
      .map((cell) => seen.$(cell).text());
    expect(row).to.deep.equal(['Name', 'Rowan Ellery', 'Ana Other']);
    const page = await publicPage();
    expect(page.text('main')).to.contain('973-555-0177').and.not.to.contain('Ana Other');
    expect((await own.ana.get('/practice/who')).$('[name=name]').val()).to.equal('Ana Other');
  });

  it('sends pending changes, takes them back, and drops them', async () => {
    const waiting = await edit('who', { name: 'Ana Other' });
    expect(waiting.text('[role=status]')).to.equal(
      'Saved, but not public: send your changes to a reviewer below.',
    );
    expect(waiting.$('a:contains("Send these changes")').attr('href')).to.equal('/practice/check');
    const check = await own.ana.get('/practice/check');
    expect(check.text('h1')).to.equal('Check and send your changes');
    expect(check.text('tbody')).to.contain('Ana Other');
    const sent = await own.ana.follow(
      await own.ana.submit(check, { form: 'main form[action="/practice/check"]', fill: { statement: '1' } }),
    );
    expect(await own.stored()).to.include({ status: 'listed', draftStatus: 'submitted' });
    expect(sent.text('section:has(#changes)')).to.contain('you hear from us by March 4, 2026');
    const back = await own.ana.follow(
      await own.ana.submit(sent, { form: 'form[action="/practice/take-back"]' }),
    );
    expect(await own.stored()).to.include({ draftStatus: 'editing' });
    const dropped = await own.ana.submit(back, { form: 'form[action="/practice/drop"]' });
    expect((await own.ana.follow(dropped)).text('[role=status]')).to.contain('dropped');
    expect(await own.stored()).to.include({ draftStatus: null, draft: null });
    expect(
      (await own.ana.submit(back, { form: 'form[action="/practice/drop"]' })).to,
      'a second click',
    ).to.equal('/practice?done=drop');
  });

  it('cannot change what was sent, except what needs no review', async () => {
    await edit('who', { name: 'Ana Other' });
    const check = await own.ana.get('/practice/check');
    await own.ana.submit(check, { form: 'main form[action="/practice/check"]', fill: { statement: '1' } });
    const seen = await own.ana.submit(await own.ana.get('/practice/who'), {
      form,
      fill: { name: 'Ana Third' },
    });
    expect(seen.status).to.equal(422);
    expect(seen.text('#f-name-error')).to.contain('take it back');
    expect(seen.$('[name=name]').val()).to.equal('Ana Third');
    const more = await own.ana.submit(await own.ana.get('/practice/answers'), {
      form,
      fill: { 'caseload.patients': '90' },
    });
    expect(more.status).to.equal(422);
    expect(more.text('#f-caseload-patients-error')).to.contain('take it back');
    expect((await edit('whom', { accepting: 'no' })).text('[role=status]')).to.contain('public already');
  });

  it('confirms with one click, and a second click does no harm', async () => {
    const seen = await own.ana.get('/practice');
    own.site.goTo('2026-03-10');
    for (const _ of [1, 2]) {
      const confirmed = await own.ana.follow(
        await own.ana.submit(seen, { form: 'form[action="/practice/confirm"]' }),
      );
      expect(confirmed.text('[role=status]')).to.contain('Confirmed');
    }
    expect((await own.stored())?.confirmedAt).to.match(/^2026-03-10/);
  });

  it('pauses and is not found, resumes and is found again', async () => {
    const paused = await own.ana.follow(
      await own.ana.submit(await own.ana.get('/practice'), { form: 'form[action="/practice/pause"]' }),
    );
    expect(paused.text('.standing h2')).to.equal('Your listing is paused');
    expect((await publicPage()).status).to.equal(404);
    const resumed = await own.ana.follow(
      await own.ana.submit(paused, { form: 'form[action="/practice/resume"]' }),
    );
    expect(resumed.text('.standing h2')).to.equal('You are listed');
    expect((await publicPage()).status).to.equal(200);
    expect(
      (await own.ana.submit(paused, { form: 'form[action="/practice/resume"]' })).to,
      'a second click',
    ).to.equal('/practice?done=resume');
  });

  it('comes back from a lapse at once, or reads what prevents it', async () => {
    const record = (await own.stored())!;
    await own.site.store.therapists.update({ ...record, status: 'lapsed' });
    own.site.goTo('2026-08-01');
    const again = await own.site.visitor('ana@practice.example');
    const lapsed = await again.get('/practice');
    expect(lapsed.text('.standing h2')).to.equal('Your listing is hidden');
    await again.submit(lapsed, { form: 'form[action="/practice/confirm"]' });
    expect((await publicPage()).status).to.equal(200);
    const back = (await own.stored())!;
    const authority = [{ ...back.published!.authority[0]!, expiresOn: '2026-07-01' }];
    await own.site.store.therapists.update({
      ...back,
      status: 'paused',
      published: { ...back.published!, authority },
    });
    const refused = await again.submit(await again.get('/practice'), {
      form: 'form[action="/practice/resume"]',
    });
    expect(refused.status).to.equal(422);
    expect(refused.text('.errors')).to.contain('verified is valid today');
    expect(refused.$('.errors a').attr('href')).to.equal('/practice/where#f-authority');
  });

  it('cannot do what the status does not allow, and loses nothing', async () => {
    const seen = await own.ana.get('/practice');
    const record = (await own.stored())!;
    await own.site.store.therapists.update({ ...record, status: 'suspended' });
    expect((await own.ana.submit(seen, { form: 'form[action="/practice/pause"]' })).status).to.equal(409);
    const held = await own.ana.get('/practice');
    expect(held.text('.standing h2')).to.equal('Your listing is on hold');
    expect(held.$('form[action="/practice/confirm"]')).to.have.lengthOf(0);
  });

  it('reads how many referral sheets name them, and nothing else about those', async () => {
    const sheet = {
      ...{ revision: 1, revokeHash: 'x', state: 'NJ' as const, payer: null, line: null },
      therapistIds: [(await own.stored())!.id],
      practice: { name: 'Secret Clinic', clinician: null, phone: '555-555-0100', fax: null },
      contact: { ways: [coordinationWayIds[0]!], moments: [] },
      ...{ createdAt: at('2026-03-01'), endsAt: at('2026-04-01') },
    };
    await own.site.store.records(sheets).insert({ id: 'sheet00000001', ...sheet });
    await own.site.store
      .records(sheets)
      .insert({ id: 'sheet00000002', ...sheet, therapistIds: ['somebodyelse1'] });
    const seen = await own.ana.get('/practice');
    expect(seen.text('section:has(#listing)')).to.contain('1 current referral sheet names you');
    expect(seen.body).not.to.contain('Secret Clinic');
  });

  describe('with a report about their listing', () => {
    const told = async (id: string, more = {}) =>
      own.site.store.records(reports).insert({
        ...{
          id,
          revision: 1,
          therapistId: (await own.stored())!.id,
          slug: 'ana',
          reason: 'insurance-wrong' as const,
        },
        ...{
          words: 'No Horizon, they said.',
          count: 2,
          counted: ['hash'],
          saltDay: '2026-03-02',
          at: at('2026-03-01'),
        },
        ...{
          dueOn: '2026-03-04',
          answer: null,
          outcome: 'open' as const,
          resolvedAt: null,
          resolvedBy: null,
          note: null,
        },
        ...more,
      });

    it('reads it at once, and answers it', async () => {
      await told('report00000001');
      const seen = await own.ana.get('/practice');
      const card = 'form[action="/practice/reports/report00000001"]';
      expect(seen.text(card)).to.contain(
        '2 people told us that the insurance on your page is wrong. We look at it by March 4, 2026.',
      );
      expect(seen.body, 'the words could reveal who reported it').not.to.contain('No Horizon');
      const empty = await own.ana.submit(seen, { form: card });
      expect(empty.status).to.equal(422);
      const name = 'answer-report00000001';
      const long = await own.ana.submit(seen, { form: card, fill: { [name]: 'y'.repeat(2001) } });
      expect(long.status).to.equal(422);
      expect(long.$(`[name="${name}"]`).val()).to.have.lengthOf(2001);
      const sent = await own.ana.submit(seen, { form: card, fill: { [name]: 'Mended today.' } });
      expect((await own.ana.follow(sent)).text(card)).to.contain('You answered: “Mended today.”');
      expect(await own.site.store.records(reports).get('report00000001')).to.include({
        answer: 'Mended today.',
        outcome: 'open',
        count: 2,
      });
    });

    it('can neither read nor answer a report about another therapist, or a closed one', async () => {
      await told('report00000002', { therapistId: 'somebodyelse1' });
      await told('report00000003', {
        outcome: 'unfounded',
        resolvedAt: at('2026-03-02'),
        words: 'Closed words',
      });
      const seen = await own.ana.get('/practice');
      expect(seen.$('#reports')).to.have.lengthOf(0);
      const _token = seen.$('[name=_token]').first().val() as string;
      const foreign = { _token, 'answer-report00000002': 'Mine now.' };
      expect((await own.ana.post('/practice/reports/report00000002', foreign)).status).to.equal(404);
      expect((await own.ana.post('/practice/reports/no-such-report', foreign)).status).to.equal(404);
      await own.ana.post('/practice/reports/report00000003', { _token, 'answer-report00000003': 'Late.' });
      expect((await own.site.store.records(reports).get('report00000003'))?.answer).to.equal(null);
    });
  });
});
