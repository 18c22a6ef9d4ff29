import { expect } from 'chai';
import { addDays } from '../../src/domain/calendar.js';
import { openSite, type Seen, type Site } from '../support/site.js';
import { aTherapist, TODAY } from '../support/therapist-builder.js';

const license = (state: 'NJ' | 'FL' | 'NY', type: string) => ({
  state,
  basis: 'license' as const,
  type,
  number: `${state}-100`,
  expiresOn: addDays(TODAY, 200),
});

const ana = aTherapist({
  slug: 'ana',
  published: { name: 'Ana Ruiz', fees: { hourly: 200, packagePerSession: 700 }, waitWeeks: 3 },
});
/** May treat in Florida alone, and is not there during the dose. */
const bea = aTherapist({
  slug: 'bea',
  confirmedDaysAgo: 95,
  findings: [
    ...aTherapist({ published: { authority: [license('FL', 'LMHC')] } }).findings.map((finding) =>
      finding.subject === 'caseload' ? { ...finding, result: 'self-reported' as const } : finding,
    ),
  ],
  published: {
    name: 'Bea Stone',
    authority: [license('FL', 'LMHC')],
    offices: [],
    coverage: [
      { state: 'FL', payer: 'florida-blue', line: 'commercial', covers: 'preparation-and-integration' },
      { state: 'FL', payer: 'florida-blue', line: 'marketplace', covers: 'preparation-and-integration' },
      { state: 'FL', payer: 'florida-blue', line: 'medicaid', covers: 'ask' },
    ],
    scope: 'preparation-and-integration',
    presence: [],
    role: null,
    integrationWithin72h: false,
    accepting: false,
    fees: { hourly: null, packagePerSession: null },
    training: [
      { program: 'maps', award: 'Certificate', year: 2019, hours: 100, kind: 'didactic', mentor: null },
    ],
    difficultMaterial: {
      intenseEmotion: `First we breathe. ${'Then we wait and see what comes. '.repeat(15)}`,
      somaticRelease: 'wordwithoutend'.repeat(30),
      flashbacks: 'Short.',
    },
  },
});
const more = ['cleo', 'dora', 'emil', 'fay'].map((slug) =>
  aTherapist({ slug, published: { name: `P ${slug}` } }),
);
const paused = aTherapist({ slug: 'paused', status: 'paused' });

/** The texts of the cells in the row with this heading. */
function row(page: Seen, label: string): string[] {
  const found = page
    .$('tbody tr')
    .toArray()
    .find((one) => page.$(one).find('th').text().startsWith(label));
  if (found === undefined) throw new Error(`no row ${label}`);
  return page
    .$(found)
    .find('td')
    .toArray()
    .map((cell) =>
      page
        .$(cell)
        .find('p')
        .toArray()
        .map((line) => page.$(line).text())
        .join(' ')
        .trim(),
    );
}
const differs = (page: Seen, label: string) =>
  page
    .$('tr.differs th')
    .toArray()
    .some((one) => page.$(one).text().startsWith(label));

describe('compare', () => {
  let site: Site;
  let both: Seen;
  before(async () => {
    site = await openSite({ therapists: [ana, bea, paused, ...more] });
    both = await site.get('/compare?pick=ana&pick=bea&state=NJ&payer=horizon-bcbsnj');
  });
  after(() => site.close());

  it('says how to fill it while it is empty', async () => {
    for (const path of ['/compare', '/compare?pick=', '/compare?state=NJ']) {
      const page = await site.get(path);
      expect(page.status).to.equal(200);
      expect(page.text('main'))
        .to.contain('Nobody is on your shortlist yet')
        .and.to.contain('Add to shortlist');
      expect(page.$('table')).to.have.lengthOf(0);
      expect(page.$('a.button').attr('href')).to.equal('/therapists');
    }
  });

  it('has a column with a name for each therapist, and a heading for each row', () => {
    expect(both.texts('thead th[scope=col] > a:first-child')).to.deep.equal(['Ana Ruiz', 'Bea Stone']);
    for (const one of both.$('tbody tr:not(.group-row)').toArray()) {
      expect(both.$(one).find('th[scope=row]')).to.have.lengthOf(1);
      expect(both.$(one).find('td')).to.have.lengthOf(2);
    }
    expect(both.$('th[scope=rowgroup]').length).to.be.at.least(5);
    expect(both.$('table caption')).to.have.lengthOf(1);
    expect(both.$('.table-wrap').attr()).to.include({ tabindex: '0', role: 'region' });
  });

  it('shows first whether they may treat in the chosen state, how, and what was checked', () => {
    const [first, second] = row(both, 'May treat in New Jersey');
    expect(first).to.contain('In person or telehealth').and.to.contain('LPC').and.to.contain('Verified');
    expect(second).to.equal('No: may not treat people who are in New Jersey');
    expect(row(both, 'Other states')).to.deep.equal(['None', 'Florida (telehealth)']);
  });

  it('shows insurance for the chosen state, and which part of the work it covers', async () => {
    expect(row(both, 'Takes Horizon BCBSNJ in New Jersey')).to.deep.equal([
      'Commercial: preparation and integration visits',
      'No',
    ]);
    const florida = await site.get('/compare?pick=ana&pick=bea&state=FL&payer=florida-blue');
    expect(row(florida, 'Takes Florida Blue in Florida')).to.deep.equal([
      'No',
      'Commercial, marketplace: preparation and integration visits Medicaid: ask which visits are covered',
    ]);
    const wrong = await site.get('/compare?pick=bea&pick=ana&state=NJ&payer=florida-blue');
    expect(row(wrong, 'Takes Florida Blue in New Jersey')).to.deep.equal(['No', 'No']);
  });

  it('shows every state and insurance when none is chosen', async () => {
    const page = await site.get('/compare?pick=ana&pick=bea');
    expect(row(page, 'Where they may treat')).to.deep.equal([
      'New Jersey (in person or telehealth)',
      'Florida (telehealth)',
    ]);
    expect(row(page, 'Insurance')).to.deep.equal(['Horizon BCBSNJ (NJ)', 'Florida Blue (FL)']);
  });

  it('shows PSYPACT as telehealth only', async () => {
    const psychologist = aTherapist({
      slug: 'psy',
      published: {
        discipline: 'psychologist',
        psypact: { apit: 'A-1', homeState: 'NJ', expiresOn: addDays(TODAY, 100) },
      },
    });
    const own = await openSite({ therapists: [psychologist] });
    try {
      const page = await own.get('/compare?pick=psy&state=PA');
      expect(row(page, 'May treat in Pennsylvania')[0]).to.match(
        /^Telehealth\. PSYPACT, from New Jersey.*Verified/,
      );
      const none = await own.get('/compare?pick=psy&state=NY');
      expect(row(none, 'May treat in New York')[0]).to.contain('No: may not treat');
    } finally {
      await own.close();
    }
  });

  it('shows the five answers side by side with what was verified', () => {
    expect(row(both, 'Training')[0]).to.match(
      /^Fluence: Postgraduate Certificate in KAP \(2023, 125 hours\) Verified/,
    );
    expect(row(both, 'Training')[1]).to.contain('MAPS (MDMA) (2019, 100 hours). Training for MDMA');
    expect(row(both, 'Recent caseload')[0]).to.contain('24 patients').and.to.contain('Verified');
    expect(row(both, 'Recent caseload')[1]).to.contain('Self-reported');
    expect(row(both, 'Scope')[0]).to.contain('With you during the session');
    expect(row(both, 'Coordination')[0]).to.contain('In contact with the prescriber');
    expect(differs(both, 'Recent caseload')).to.equal(true);
  });

  it('shortens long answers and marks the cut', () => {
    const long = row(both, 'Difficult material')[1]!;
    expect(long)
      .to.match(/Emotion: First we breathe\..{20,120}…/)
      .and.to.contain('Flashbacks: Short.');
    expect(long.length).to.be.below(450);
    expect(row(both, 'Difficult material')[0]).not.to.contain('…');
  });

  it('shows fees, both estimates of a course, presence, integration, wait and confirmation', () => {
    expect(row(both, 'Fee per hour')).to.deep.equal(['$200', 'Not given']);
    expect(row(both, 'Course, full package')).to.deep.equal([
      '$2,100 to $4,200',
      'Not offered: not there during the dose',
    ]);
    expect(row(both, 'Course, hybrid path')).to.deep.equal(['$800 to $1,800', 'No fee given']);
    expect(row(both, 'Presence')).to.deep.equal(['In the room or on video', 'Not there during the dose']);
    expect(row(both, 'Integration in 72 hours')).to.deep.equal(['Offered', 'Not promised']);
    expect(row(both, 'New patients')).to.deep.equal(['Accepting', 'Not accepting now']);
    expect(row(both, 'Usual wait')).to.deep.equal(['about 3 weeks', 'No place now']);
    expect(row(both, 'Last confirmed')[0]).to.contain('10 days ago');
    expect(row(both, 'Last confirmed')[1]).to.contain('95 days ago').and.to.contain('Overdue');
  });

  it('marks in words the rows in which they differ, and no other rows', () => {
    expect(differs(both, 'Presence')).to.equal(true);
    expect(differs(both, 'Coordination')).to.equal(false);
    for (const one of both.$('tbody tr:not(.group-row)').toArray()) {
      const proofs = both
        .$(one)
        .find('td .seal')
        .toArray()
        .map((seal) => both.$(seal).text());
      if (!both.$(one).hasClass('differs')) expect(new Set(proofs).size).to.be.at.most(1);
      expect(both.$(one).find('.differ').length).to.equal(both.$(one).hasClass('differs') ? 1 : 0);
    }
  });

  it('ignores the order of equal values, and detects a difference after a common beginning', async () => {
    const networks = (['horizon-bcbsnj', 'aetna'] as const).map((payer) => ({
      state: 'NJ' as const,
      payer,
      line: 'commercial' as const,
      covers: 'ask' as const,
    }));
    const how = `${'We talk before each dose and after it. '.repeat(5)}`;
    const own = await openSite({
      therapists: [
        aTherapist({
          slug: 'a',
          published: { coverage: networks, coordination: { how: `${how}By phone.` } },
        }),
        aTherapist({
          slug: 'b',
          published: { coverage: networks.toReversed(), coordination: { how: `${how}By fax.` } },
        }),
      ],
    });
    try {
      for (const need of ['', '&state=NJ', '&state=NJ&payer=aetna&payer=horizon-bcbsnj']) {
        const page = await own.get(`/compare?pick=a&pick=b${need}`);
        expect(page.texts('tr.differs th'), need).to.deep.equal(['Coordination differs']);
      }
    } finally {
      await own.close();
    }
  });

  it('hides equal rows on request, by a link there and back', async () => {
    const there = both.$('.switch a');
    expect(there.text()).to.equal('Show only the differences');
    const page = await site.get(there.attr('href')!);
    const [, some, all] = /differ in (\d+) of (\d+) rows/.exec(both.text('.switch'))!;
    expect(both.$('tbody tr:not(.group-row)')).to.have.lengthOf(Number(all));
    expect(page.$('tbody tr:not(.group-row)')).to.have.lengthOf(Number(some));
    expect(page.$('tbody tr:not(.group-row):not(.differs)')).to.have.lengthOf(0);
    expect(page.$('form input[name=differences]').attr('value')).to.equal('1');
    expect(page.$('.switch a').attr('href')).to.equal(
      '/compare?state=NJ&payer=horizon-bcbsnj&pick=ana&pick=bea',
    );
  });

  it('says so when they do not differ', async () => {
    const page = await site.get('/compare?pick=cleo&pick=dora&differences=1');
    expect(page.text('main')).to.contain('They agree in every row');
    expect(page.$('tbody')).to.have.lengthOf(0);
  });

  it('compares four and offers the others by name', async () => {
    const page = await site.get('/compare?pick=ana&pick=bea&pick=cleo&pick=dora&pick=emil&pick=fay');
    expect(page.texts('thead th > a:first-child')).to.deep.equal([
      'Ana Ruiz',
      'Bea Stone',
      'P cleo',
      'P dora',
    ]);
    expect(page.text('main')).to.contain('Four fit side by side');
    const emil = page.$('.item a').first();
    expect(emil.text()).to.contain('P emil');
    const shown = await site.get(emil.attr('href')!);
    expect(shown.texts('thead th > a:first-child')[0]).to.equal('P emil');
    expect(shown.$('a[data-pick]').last().attr('href')).to.equal('/compare');
  });

  it('links to a sheet and to printing, not to itself', async () => {
    const page = await site.get('/compare?state=NJ&pick=ana&pick=bea');
    expect(page.texts('.compare .actions a')).to.deep.equal(['Referral sheet', 'Clear the list']);
    expect(page.text('.compare .actions [data-print]')).to.equal('Print on one page');
  });

  it('shows a single therapist without marks, and how to add another', async () => {
    const page = await site.get('/compare?pick=ana&state=NJ');
    expect(page.$('tr.differs, .switch')).to.have.lengthOf(0);
    expect(page.$('a:contains("Add another")').attr('href')).to.equal('/therapists?state=NJ&pick=ana');
  });

  it('leaves out unlisted therapists, repetitions and unknown values, and says so', async () => {
    const page = await site.get(
      '/compare?pick=ana&pick=ana&pick=paused&pick=nobody&state=ZZ&payer=cheap&x=1',
    );
    expect(page.status).to.equal(200);
    expect(page.$('thead th')).to.have.lengthOf(1);
    expect(page.texts('.note p')).to.have.lengthOf(4);
    expect(page.text('.note')).to.contain('ZZ').and.to.contain('cheap').and.to.contain('“nobody”');
  });

  it('keeps the therapists when state and insurance change', () => {
    expect(both.$('form').attr('action')).to.equal('/compare');
    expect(both.$('#state option[selected]').attr('value')).to.equal('NJ');
    expect(both.$('#payer option[selected]').attr('value')).to.equal('horizon-bcbsnj');
    expect(
      both
        .$('form input[name=pick]')
        .toArray()
        .map((one) => both.$(one).attr('value')),
    ).to.deep.equal(['ana', 'bea']);
  });

  it('keeps several insurances as they were chosen', async () => {
    const page = await site.get('/compare?pick=ana&state=NJ&payer=aetna&payer=horizon-bcbsnj');
    expect(page.$('.ticked input[checked]')).to.have.lengthOf(2);
    expect(row(page, 'Takes')[0]).to.equal('Horizon BCBSNJ commercial: preparation and integration visits');
  });

  it('is not offered to search engines', () => {
    expect(both.$('meta[name=robots]').attr('content')).to.equal('noindex');
  });
});
