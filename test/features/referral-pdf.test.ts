import { expect } from 'chai';
import { type ReadPdf, readPdf } from '../support/read-pdf.js';
import { makeSheet } from '../support/referrals.js';
import { openSite, type Site } from '../support/site.js';
import { aTherapist, type TherapistWish } from '../support/therapist-builder.js';

/** About as much text as a person can enter, in common words. */
const wordy: TherapistWish['published'] = {
  name: 'Dr. Maria Fernanda de la Concepción Castellanos-Villanueva',
  credentials: 'PhD, LPC, LCADC, NCC, ACS, RYT-500',
  contact: {
    phone: '973-555-0142',
    email: 'maria.fernanda.castellanos-villanueva@integrative-practice.example',
    web: 'https://www.castellanos-villanueva-integrative-psychotherapy.example/ketamine-assisted',
  },
  offices: [
    { city: 'Newark', state: 'NJ', zip: '07102' },
    { city: 'Hoboken', state: 'NJ', zip: '07030' },
    { city: 'Princeton', state: 'NJ', zip: '08540' },
  ],
  coverage: (['commercial', 'marketplace', 'medicare-advantage'] as const).map((line) => ({
    state: 'NJ',
    payer: 'horizon-bcbsnj',
    line,
    covers: line === 'commercial' ? 'dosing-session-too' : 'ask',
  })),
  difficultMaterial: {
    intenseEmotion: 'I stay close and slow everything down, and I name what I see. '.repeat(10),
    somaticRelease: 'Shaking is welcome. '.repeat(30),
    flashbacks: 'I bring the person back to the room first. '.repeat(15),
  },
  coordination: {
    withPrescriber: true,
    how: 'We write and call, whichever is quicker on that day. '.repeat(13),
  },
};

const foreign = [
  'Zoë Łukasiewicz-O’Brien “Zo”',
  'Nguyễn Thị Minh Khai',
  'Юлия Чайковская',
  'Ελένη Παπαδοπούλου',
  'Անահիտ Մարտիրոսյան',
  'ნინო ჭავჭავაძე',
];

describe('a referral sheet as PDF', () => {
  let site: Site;
  before(async () => {
    site = await openSite({
      settings: { PUBLIC_URL: 'https://directory.example' },
      therapists: [
        aTherapist({ slug: 'ana-ruiz', published: { name: 'Ana Ruiz' } }),
        aTherapist({
          slug: 'ben-oduya',
          findings: aTherapist().findings.filter(({ subject }) => subject !== 'scope'),
        }),
        aTherapist({ slug: 'gone', published: { name: 'Pat Paused' } }),
        ...foreign.map((name, at) => aTherapist({ slug: `foreign-${at}`, published: { name } })),
        ...[1, 2, 3, 4, 5, 6].map((number) => aTherapist({ slug: `wordy-${number}`, published: wordy })),
        aTherapist({ slug: 'hebrew', published: { name: 'דנה כהן' } }),
        aTherapist({ slug: 'lacking', published: { name: 'Wei 王小明 Wang 🦄' } }),
      ],
    });
  });
  after(() => site.close());

  // The public address of this site is https, so its forms send that origin.
  const pdfOf = async (
    pick: readonly string[],
    wish = {},
  ): Promise<{ pdf: ReadPdf; file: Buffer; sheet: string }> => {
    const visitor = await site.visitor();
    const post = visitor.post;
    const made = await makeSheet(
      {
        ...site,
        visitor: async () => ({
          ...visitor,
          post: (path, values) => post(path, values, { origin: 'https://directory.example' }),
        }),
      },
      pick,
      wish,
    );
    const answer = await fetch(site.origin + made.pdf);
    expect(answer.headers.get('content-type')).to.equal('application/pdf');
    expect(answer.headers.get('content-disposition')).to.equal(
      'attachment; filename=referral-2026-03-02.pdf',
    );
    const file = Buffer.from(await answer.arrayBuffer());
    return { pdf: await readPdf(file), file, sheet: `https://directory.example${made.sheet}` };
  };

  it('is one page of real text, tagged, in English, with a title and embedded fonts', async () => {
    const { pdf, file } = await pdfOf(['ana-ruiz', 'ben-oduya', 'foreign-0']);
    expect(pdf.pages).to.equal(1);
    expect(pdf.tagged).to.equal(true);
    expect(pdf.language).to.equal('en-US');
    expect(pdf.title).to.equal('Referral for ketamine-assisted psychotherapy');
    expect(pdf.showsTitle).to.equal(true);
    expect([...new Set(pdf.fonts)].sort()).to.deep.equal(['DejaVuSansCondensed', 'DejaVuSansCondensed-Bold']);
    expect(file.toString('latin1').match(/\/FontFile2 /g)).to.have.lengthOf(2);
    expect(file.toString('latin1')).not.to.contain('/Helvetica');
    expect(pdf.roles).to.include.members(['Document', 'Sect', 'H1', 'H2', 'P', 'Link', 'Figure']);
    expect(pdf.roles.filter((role) => role === 'H1')).to.have.lengthOf(1);
    expect(pdf.roles.filter((role) => role === 'H2')).to.have.lengthOf(5);
    expect(pdf.alts).to.include('Code with the address of this sheet');
  });

  it('contains the text of the sheet', async () => {
    const { pdf, sheet } = await pdfOf(['ana-ruiz', 'ben-oduya']);
    for (const words of [
      'Referral: 2 therapists for ketamine-assisted psychotherapy',
      'New Jersey · Horizon Blue Cross Blue Shield of New Jersey',
      'From Zoë Łukasz, MD, Hudson Family Medicine · Phone 201-555-0100 · Fax 201-555-0101',
      'Patient, by hand',
      'Ana Ruiz MA, LPC · Counselor',
      'Phone 973-555-0142',
      'Licensed in New Jersey (LPC): in person and telehealth',
      'Takes Horizon BCBSNJ (commercial) in New Jersey: preparation and integration visits',
      '✓ Verified: Fluence: Postgraduate Certificate in KAP (2023, 125 hours)',
      'Self-reported: With you during the session',
      'Do you have room for a new patient',
      'reach each other by phone or by fax: before the first dose and the same day',
      'Facts confirmed February 20, 2026, 10 days ago',
      'to be read until April 1, 2026',
      'call or text 988',
    ])
      expect(pdf.text).to.contain(words);
    expect(pdf.text.replaceAll(' ', '')).to.contain(sheet);
  });

  it('has working links', async () => {
    const { pdf, sheet } = await pdfOf(['ana-ruiz']);
    expect(pdf.links).to.include.members([
      'tel:+1-973-555-0142',
      'https://directory.example/therapists/ana-ruiz',
      sheet,
    ]);
  });

  it('holds three wordy therapists on one page and six on two, to the last word', async () => {
    const three = (await pdfOf(['wordy-1', 'wordy-2', 'wordy-3'])).pdf;
    expect(three.pages).to.equal(1);
    const six = (await pdfOf([1, 2, 3, 4, 5, 6].map((number) => `wordy-${number}`))).pdf;
    expect(six.pages).to.equal(2);
    for (const [pdf, count] of [
      [three, 3],
      [six, 6],
    ] as const) {
      for (const words of ['Castellanos-Villanueva PhD', 'In full:', 'Coordination', 'Princeton, NJ 08540'])
        expect(pdf.text.split(words), words).to.have.lengthOf(count + 1);
      expect(pdf.text).to.contain('988, in danger 911.');
      expect(pdf.edges.left).to.be.at.least(35);
      expect(pdf.edges.right).to.be.at.most(612 - 34);
      expect(pdf.edges.bottom).to.be.at.most(792 - 30);
    }
    expect(six.texts[1]).to.contain('page 2 of 2');
  });

  it('adds pages rather than leave anything out', async () => {
    const longest = {
      ...wordy,
      name: 'W'.repeat(80),
      credentials: 'M'.repeat(60),
      contact: {
        phone: '973-555-0142',
        email: `${'m'.repeat(60)}@example.example`,
        web: `https://example.example/${'w'.repeat(170)}`,
      },
      offices: Array.from({ length: 10 }, (_, at) => ({
        city: `${at}${'W'.repeat(58)}`,
        state: 'NJ' as const,
        zip: '07102',
      })),
    };
    const own = await openSite({
      therapists: [1, 2, 3].map((number) => aTherapist({ slug: `longest-${number}`, published: longest })),
    });
    try {
      const { pdf } = await makeSheet(own, ['longest-1', 'longest-2', 'longest-3']);
      const read = await readPdf(Buffer.from(await (await fetch(own.origin + pdf)).arrayBuffer()));
      expect(read.text.replaceAll(' ', '').split('9WWWW')).to.have.lengthOf(4);
      expect(read.text.match(/988, in danger 911/g)).to.have.lengthOf(1);
      expect(read.edges.bottom).to.be.at.most(792 - 30);
      expect(read.edges.right).to.be.at.most(612 - 34);
    } finally {
      await own.close();
    }
  });

  it('prints names in many scripts, without empty boxes', async () => {
    const { pdf } = await pdfOf(foreign.map((_, at) => `foreign-${at}`));
    for (const name of foreign) expect(pdf.text).to.contain(name);
    expect(pdf.text).not.to.contain('[…]');
    expect((await pdfOf(['hebrew'])).pdf.text.replaceAll('\u00a0', ' ')).to.contain('דנה כהן');
  });

  it('says where its fonts lack letters, and where to read them', async () => {
    const { pdf } = await pdfOf(['lacking', 'ana-ruiz', 'ben-oduya']);
    expect(pdf.text).to.contain('Wei […] Wang […] MA');
    expect(pdf.text).to.contain('stands for letters that cannot be printed here');
    expect(pdf.pages).to.equal(1);
    expect((await pdfOf(['ana-ruiz'])).pdf.text).not.to.contain('cannot be printed');
  });

  it('is made only a limited number of times per hour for one address', async () => {
    const limited = await openSite({ settings: { RATE_LIMIT: '1000' } });
    try {
      const statuses: number[] = [];
      for (let turn = 0; turn < 121; turn++) statuses.push((await limited.get('/r/none/sheet.pdf')).status);
      expect(statuses.slice(0, 120)).to.deep.equal(Array(120).fill(404));
      expect(statuses[120]).to.equal(429);
    } finally {
      await limited.close();
    }
  });

  it('shows who has paused since, and who to call instead', async () => {
    const { sheet } = await pdfOf(['gone', 'ana-ruiz']);
    const record = (await site.store.therapists.getBySlug('gone'))!;
    await site.store.therapists.update({ ...record, status: 'paused' });
    const answer = await fetch(`${site.origin}${new URL(sheet).pathname}/sheet.pdf`);
    const { text, pages } = await readPdf(Buffer.from(await answer.arrayBuffer()));
    expect(text).to.contain('Pat Paused has paused since this sheet was made');
    expect(text).to.contain('The nearest current match (office less than a mile from theirs):');
    expect(pages).to.equal(1);
  });
});
