import { expect } from 'chai';
import { DEMO_REVIEWER } from '../../src/demo/demo-reports.js';
import { QUEUE_TAG } from '../../src/domain/therapist-tags.js';
import { openSite, type Site } from '../support/site.js';
import type { Visitor } from '../support/visitor.js';

describe('the demonstration over HTTP', () => {
  let site: Site;
  let reviewer: Visitor;
  before(async () => {
    site = await openSite({ settings: { DEMO: '1' } });
    await site.holdspace.runJobs();
    await site.holdspace.catchUp();
    reviewer = await site.visitor(DEMO_REVIEWER);
  });
  after(() => site.close());

  it('has reports to review: those of three people first, then overdue ones', async () => {
    const page = await reviewer.get('/review/reports');
    expect(page.status).to.equal(200);
    expect(page.texts('tbody tr td:nth-child(2)')[0]).to.include('Not taking new patients');
    expect(page.texts('.late')).to.have.lengthOf(1);
  });

  it('publishes the calls of last month, and has the calls of this month open', async () => {
    const figures = JSON.parse((await site.get('/accuracy.json')).body);
    expect(figures.samples).to.have.lengthOf(1);
    expect(figures.samples[0]).to.include({ month: '2026-02', drawn: 20, checked: 20 });
    expect(figures.samples[0].right.share ?? figures.samples[0].right.of).to.be.above(0);
    expect(figures.hidden).to.deep.include({ paused: 1, suspended: 2 });
    expect(figures.reports.open).to.equal(4);
    const waiting = await reviewer.get('/review/sample');
    expect(waiting.status).to.equal(200);
    expect(waiting.texts('main a[href^="/review/sample/"]')).to.have.lengthOf(20);
  });

  it('has applications and edits that wait for a reviewer, which no job would change', async () => {
    expect(
      (await site.store.therapists.tagged(QUEUE_TAG, { limit: 100 }))
        .map(({ status, draftStatus }) => draftStatus ?? status)
        .sort(),
    ).to.deep.equal([
      'in-review',
      'in-review',
      'in-review',
      'submitted',
      'submitted',
      'submitted',
      'submitted',
    ]);
    const { therapists } = await site.store.therapists.page(null, 1000);
    expect(therapists.flatMap(({ queuedEmails }) => queuedEmails)).to.deep.equal([]);
  });

  it('shows a listing without its pending edit, and no hidden therapist', async () => {
    const waiting = await site.get('/therapists/talia-rosenthal');
    expect(waiting.status).to.equal(200);
    expect(waiting.text('main')).not.to.include('Connecticut');
    for (const slug of ['ramin-saad', 'april-delaney', 'jeanne-mahoe', 'bridget-simmons'])
      expect((await site.get(`/therapists/${slug}`)).status, slug).to.be.oneOf([404, 410]);
  });
});
