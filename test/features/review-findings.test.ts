import { expect } from 'chai';
import { addDays } from '../../src/domain/calendar.js';
import { reports } from '../../src/storage/kinds.js';
import { CHOOSE, DAY, NAME_CHANNEL, SAY } from '../../src/vetting/findings-form.js';
import { anApplicant } from '../support/an-applicant.js';
import { aReviewer } from '../support/reviewers.js';
import { openSite, type Site } from '../support/site.js';
import { aTherapist, at, TODAY } from '../support/therapist-builder.js';
import type { Seen, Visitor } from '../support/visitor.js';

const RITA = 'rita@review.example';
const one = '/review/applicant1';
const form = '#findings';

/** The names of the fields of the panel with that heading. */
function panel(page: Seen, heading: string) {
  const { $ } = page;
  const found = $('.review-panel').filter((_, element) => $(element).find('h3').text().startsWith(heading));
  const index = /finding\.(\d+)\./.exec(found.find('[name]').first().attr('name') ?? '')?.[1] ?? 'none';
  return { name: (field: string) => `finding.${index}.${field}`, element: found };
}

const fill = (page: Seen, heading: string, values: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(values).map(([field, value]) => [panel(page, heading).name(field), value]),
  );

describe('the page of an application', () => {
  let site: Site;
  let rita: Visitor;
  beforeEach(async () => {
    site = await openSite({
      therapists: [
        anApplicant({
          id: 'applicant1',
          profile: {
            name: 'Ana Ruiz',
            npi: '1234567893',
            discipline: 'psychologist',
            psypact: { apit: 'A-77', homeState: 'NJ', expiresOn: addDays(TODAY, 90) },
          },
          claimedBy: RITA,
          evidence: [
            { subject: 'training', link: 'https://papers.example/cert?id=7', note: 'Ask for\nDr. Lee' },
            { subject: 'authority:license:NY:LMHC', link: null, note: 'An old license' },
          ],
          supervisor: { name: 'Pat Moss', state: 'NJ', license: '37PC99', contact: 'pat@practice.example' },
        }),
      ],
    });
    rita = await aReviewer(site);
  });
  afterEach(() => site.close());

  it('has a panel for the person, each authority and each question', async () => {
    const page = await rita.get(one);
    const headings = page
      .$('.review-panel h3')
      .toArray()
      .map((h3) => page.$(h3).contents().first().text().trim());
    expect(headings).to.deep.equal([
      'Identity',
      'New Jersey: LPC',
      'PSYPACT',
      'Good standing',
      'Malpractice cover',
      'References',
      'Training',
      'Recent caseload',
      'Scope',
      'Difficult material',
      'Coordination',
    ]);
    expect(panel(page, 'New Jersey').element.text())
      .to.contain('37PC00123400')
      .and.to.contain('board look-up');
    expect(panel(page, 'Training').element.text()).to.contain('Fluence').and.to.contain('125 hours');
    expect(panel(page, 'Difficult material').element.text()).to.contain('slow everything down');
    expect(page.text('#rest')).to.equal('The rest of the profile');
    expect(page.text('main'))
      .to.contain('Horizon')
      .and.to.contain('Pat Moss')
      .and.to.contain('An old license');
  });

  it('shows where evidence links lead, and opens them without a referrer', async () => {
    const page = await rita.get(one);
    const link = panel(page, 'Training').element.find('.review-proof a');
    expect(link.text()).to.equal('https://papers.example/cert?id=7');
    expect(link.attr('rel')).to.equal('noopener noreferrer nofollow');
    expect(panel(page, 'Training').element.find('.review-proof').text())
      .to.contain('papers.example')
      .and.to.contain('Dr. Lee');
    for (const outside of page.$('main a[href^="http"]').toArray())
      expect(page.$(outside).attr('rel')).to.equal('noopener noreferrer nofollow');
  });

  it('stores a finding with what was seen, who checked and when, and shows it again', async () => {
    const page = await rita.get(one);
    const saved = await rita.submit(page, {
      form,
      fill: {
        ...fill(page, 'Training', {
          result: 'verified',
          seen: ' Certificate   seen ',
          on: addDays(TODAY, -1),
        }),
        _at: 'p-6',
      },
    });
    expect(saved).to.include({ status: 303, to: `${one}?done=saved#p-6` });
    const { findings, history } = (await site.store.therapists.get('applicant1'))!;
    expect(findings).to.deep.equal([
      {
        subject: 'training',
        result: 'verified',
        seen: 'Certificate   seen',
        by: RITA,
        on: addDays(TODAY, -1),
      },
    ]);
    expect(history).to.deep.equal([]);
    const again = await rita.follow(saved);
    expect(panel(again, 'Training').element.text()).to.contain('Verified').and.to.contain(RITA);
    expect(again.text('main .note')).to.contain('Findings saved');
  });

  it('saves all panels at once, and leaves untouched ones alone', async () => {
    const page = await rita.get(one);
    const values = {
      ...fill(page, 'Identity', { result: 'verified', channel: 'board', seen: 'name and number agree' }),
      ...fill(page, 'New Jersey', { result: 'verified', seen: 'Active' }),
      ...fill(page, 'References', { result: 'not-shown' }),
    };
    await rita.submit(page, { form, fill: values });
    const { findings, revision } = (await site.store.therapists.get('applicant1'))!;
    expect(findings.map(({ subject, result, seen }) => [subject, result, seen])).to.deep.equal([
      ['identity', 'verified', 'State board look-up: name and number agree'],
      ['authority:license:NJ:LPC', 'verified', 'Active'],
      ['references', 'not-shown', null],
    ]);
    const second = await rita.get(one);
    expect(panel(second, 'Identity').element.find('select option[selected]').attr('value')).to.equal('board');
    const unchanged = await rita.submit(second, { form });
    expect(unchanged.to).to.equal(`${one}?done=unchanged`);
    expect((await site.store.therapists.get('applicant1'))?.revision).to.equal(revision);
  });

  const wrong: [
    title: string,
    heading: string,
    values: Record<string, string>,
    field: string,
    message: string,
  ][] = [
    ['a word without a finding', 'Training', { seen: 'Something' }, 'result', CHOOSE],
    ['a finding that there is not', 'Training', { result: 'proven', seen: 'Something' }, 'result', CHOOSE],
    ['verified without a word', 'Training', { result: 'verified' }, 'seen', SAY],
    [
      'too many words',
      'Training',
      { result: 'not-shown', seen: 'x'.repeat(301) },
      'seen',
      'Use at most 300 characters.',
    ],
    ['no day', 'Training', { result: 'not-shown', on: 'yesterday' }, 'on', DAY],
    [
      'identity without its channel',
      'Identity',
      { result: 'verified', seen: 'ID shown' },
      'channel',
      NAME_CHANNEL,
    ],
    [
      'identity by a channel of its own',
      'Identity',
      { result: 'verified', channel: 'their-site' },
      'channel',
      NAME_CHANNEL,
    ],
  ];
  for (const [title, heading, values, field, message] of wrong)
    it(`gives back what was typed, with a message: ${title}`, async () => {
      const page = await rita.get(one);
      const sent = await rita.submit(page, {
        form,
        fill: {
          ...fill(page, heading, values),
          ...fill(page, 'Scope', { result: 'self-reported', seen: 'Kept words' }),
        },
      });
      expect(sent.status).to.equal(422);
      expect(sent.text('.errors')).to.contain(message);
      const target = sent.$(sent.$('.errors a').first().attr('href')!);
      expect(target, 'the summary leads to the field').to.have.lengthOf(1);
      const wanted = panel(sent, heading).name(field);
      expect(sent.$(`[name="${wanted}"]`).closest('.field').hasClass('wrong')).to.equal(true);
      const kept = panel(sent, 'Scope');
      expect(sent.$(`[name="${kept.name('seen')}"]`).attr('value')).to.equal('Kept words');
      if (values.seen)
        expect(sent.$(`[name="${panel(sent, heading).name('seen')}"]`).attr('value')).to.equal(values.seen);
      expect((await site.store.therapists.get('applicant1'))?.findings).to.deep.equal([]);
    });

  it('shows every error of a panel at once, and names the panel', async () => {
    const page = await rita.get(one);
    const values = fill(page, 'Training', { result: 'proven', seen: 'x'.repeat(301), on: 'yesterday' });
    const sent = await rita.submit(page, { form, fill: values });
    expect(sent.texts('.errors li')).to.have.members([
      `Training: ${CHOOSE}`,
      `Training: ${DAY}`,
      'Training: Use at most 300 characters.',
    ]);
  });

  it('refuses a future day', async () => {
    const page = await rita.get(one);
    const values = fill(page, 'Training', { result: 'not-shown', on: addDays(TODAY, 1) });
    const sent = await rita.submit(page, { form, fill: values });
    expect(sent.status).to.equal(422);
    expect(sent.text('[role=alert]')).to.contain('Give the day on which you looked.');
  });

  it('shows both findings when another tab saved a different one, and accepts the second try', async () => {
    const [left, right] = [await rita.get(one), await rita.get(one)];
    await rita.submit(left, {
      form,
      fill: fill(left, 'Training', { result: 'verified', seen: 'From the left' }),
    });
    const both = await rita.submit(right, {
      form,
      fill: fill(right, 'Training', { result: 'not-shown', seen: 'From the right' }),
    });
    expect(both.status).to.equal(409);
    expect(panel(both, 'Training').element.text()).to.contain('From the left');
    expect(both.$(`[name="${panel(both, 'Training').name('seen')}"]`).attr('value')).to.equal(
      'From the right',
    );
    expect((await site.store.therapists.get('applicant1'))?.findings[0]?.seen).to.equal('From the left');
    expect((await rita.submit(both, { form })).status).to.equal(303);
    expect((await site.store.therapists.get('applicant1'))?.findings[0]?.seen).to.equal('From the right');
  });

  it('lets two tabs work on different panels', async () => {
    const [left, right] = [await rita.get(one), await rita.get(one)];
    await rita.submit(left, { form, fill: fill(left, 'Training', { result: 'verified', seen: 'Seen' }) });
    const sent = await rita.submit(right, { form, fill: fill(right, 'Scope', { result: 'not-shown' }) });
    expect(sent.status).to.equal(303);
    expect((await site.store.therapists.get('applicant1'))?.findings).to.have.lengthOf(2);
  });

  it('refuses findings about a profile that changed since', async () => {
    const page = await rita.get(one);
    const record = (await site.store.therapists.get('applicant1'))!;
    await site.store.therapists.update({ ...record, draftRevision: record.draftRevision + 1 });
    const sent = await rita.submit(page, {
      form,
      fill: fill(page, 'Scope', { result: 'not-shown', seen: 'Mine' }),
    });
    expect(sent.status).to.equal(409);
    expect(sent.text('[role=alert]')).to.contain('changed');
    expect(sent.$(`[name="${panel(sent, 'Scope').name('seen')}"]`).attr('value')).to.equal('Mine');
  });

  it('shows the form only after claiming, and refuses findings from others', async () => {
    const page = await rita.get(one);
    const sol = await aReviewer(site, 'sol@review.example');
    const his = await sol.get(one);
    expect(his.$(form).find('input[type=radio]')).to.have.lengthOf(0);
    expect(his.text('aside')).to.contain(`Only ${RITA} decides`);
    expect(his.$('.review-decide')).to.have.lengthOf(0);
    const token = his.$('[name=_token]').attr('value') ?? '';
    const values = {
      ...fill(page, 'Scope', { subject: 'scope', result: 'not-shown', on: TODAY, was: 'none' }),
      draftRevision: '0',
      _token: token,
    };
    const sent = await sol.post(`${one}/findings`, values);
    expect(sent.status).to.equal(409);
    expect((await site.store.therapists.get('applicant1'))?.findings).to.deep.equal([]);
  });
});

describe('an edit in review', () => {
  it('is shown beside what is public, and its findings stay hidden until it is listed', async () => {
    const site = await openSite({
      therapists: [
        aTherapist({
          id: 'applicant1',
          slug: 'edith',
          published: { name: 'Edith Edit', about: 'As it was.' },
          draft: {
            name: 'Edith Edit',
            about: 'As it was.\nAnd more.',
            caseload: { patients: 90, asOf: TODAY },
          },
          draftStatus: 'in-review',
          waitingSince: at(addDays(TODAY, -1)),
          claimedBy: RITA,
        }),
      ],
    });
    const rita = await aReviewer(site);
    const page = await rita.get(one);
    const changes = page
      .$('.review-changes tbody tr')
      .toArray()
      .map((row) => page.$(row).find('th').text());
    expect(changes).to.deep.equal(['In their own words', 'KAP patients in twelve months', 'Counted on']);
    expect(page.text('.review-changes ins')).to.contain('And more.').and.not.to.contain('As it was.');
    expect(page.text('.review-changes del')).to.contain('24');
    await rita.submit(page, {
      form,
      fill: fill(page, 'Recent caseload', { result: 'not-shown', seen: 'No log' }),
    });
    expect((await site.get('/therapists/edith')).text('#caseload'))
      .to.contain('Verified')
      .and.not.to.contain('No log');
    expect(panel(await rita.get(one), 'Recent caseload').element.text()).to.contain('No log');
    await site.close();
  });
});

describe('findings about a listing', () => {
  it('are public at once, and cannot remove what a listing requires', async () => {
    const site = await openSite({ therapists: [aTherapist({ id: 'applicant1', slug: 'lara' })] });
    const rita = await aReviewer(site);
    const page = await rita.get(one);
    const saved = await rita.submit(page, {
      form,
      fill: fill(page, 'Training', { result: 'not-shown', seen: 'Certificate was another’s', on: TODAY }),
    });
    expect(saved.status).to.equal(303);
    await site.holdspace.catchUp();
    expect((await site.get('/therapists/lara')).text('#training')).to.contain('Certificate was another’s');
    const then = await rita.get(one);
    const refused = await rita.submit(then, {
      form,
      fill: fill(then, 'Identity', { result: 'not-shown', on: TODAY }),
    });
    expect(refused.status).to.equal(422);
    expect(refused.text('[role=alert]')).to.contain('suspend');
    await site.close();
  });
});

describe('the page of a therapist', () => {
  it('shows no panels after they left, only the history', async () => {
    const left = {
      ...anApplicant({ id: 'applicant1' }),
      status: 'withdrawn' as const,
      draft: null,
      waitingSince: null,
    };
    const site = await openSite({ therapists: [left] });
    const page = await (await aReviewer(site)).get(one);
    expect(page.status).to.equal(200);
    expect(page.text('main')).to.contain('They left.');
    expect(page.$('.review-panel, main button')).to.have.lengthOf(0);
    await site.close();
  });

  it('shows reports about their listing', async () => {
    const site = await openSite({ therapists: [aTherapist({ id: 'applicant1', slug: 'lara' })] });
    await site.store.records(reports).insert({
      id: 'report00001',
      revision: 1,
      therapistId: 'applicant1',
      slug: 'lara',
      reason: 'insurance-wrong',
      words: null,
      count: 2,
      counted: [],
      saltDay: TODAY,
      at: at(TODAY),
      dueOn: addDays(TODAY, 2),
      answer: null,
      outcome: 'open',
      resolvedAt: null,
      resolvedBy: null,
      note: null,
    });
    const page = await (await aReviewer(site)).get(one);
    const link = page.$('a[href="/review/reports/report00001"]');
    expect(link.text()).to.contain('insurance wrong, told 2 times');
    await site.close();
  });
});
