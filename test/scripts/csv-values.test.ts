import { expect } from 'chai';
import fc from 'fast-check';
import { findColumns } from '../../scripts/csv/columns.js';
import { fieldNames } from '../../scripts/csv/fields.js';
import { groupNames, partsOf } from '../../scripts/csv/groups.js';
import { parseMap } from '../../scripts/csv/map.js';
import { readRow } from '../../scripts/csv/read-row.js';
import { readZip } from '../../scripts/csv/values/contact.js';
import { readDay } from '../../scripts/csv/values/day.js';
import { FileRefused } from '../../scripts/support/command.js';
import { draftSchema } from '../../src/domain/draft.js';

const MAIL = { email: 'ana@practice.example' };

/** What a row says whose columns are named as the fields are. */
function row(cells: Record<string, string>, always: Record<string, string> = {}) {
  const all = { ...MAIL, ...cells };
  const columns = Object.fromEntries(Object.keys(all).map((name) => [name, name]));
  const map = parseMap(JSON.stringify({ columns, always }), 'map.json');
  return readRow(Object.values(all), findColumns(map, Object.keys(all), 'people.csv'), map);
}

function draft(cells: Record<string, string>, always?: Record<string, string>) {
  const read = row(cells, always);
  expect('problems' in read ? read.problems : []).to.deep.equal([]);
  return (read as Extract<typeof read, { draft: object }>).draft;
}

/** What is wrong, as `column: message`. */
function wrong(cells: Record<string, string>, always?: Record<string, string>): string[] {
  const read = row(cells, always);
  return 'problems' in read ? read.problems.map(({ column, message }) => `${column}: ${message}`) : [];
}

describe('the import of a cell', () => {
  for (const typed of [
    ...['5/31/27', '05/31/2027', '5-31-27', '5.31.2027', '2027-05-31', '2027/5/31', '2027-05-31 00:00:00'],
    ...['2027-05-31T00:00:00', '5/31/2027 12:00 AM', 'May 31 2027', 'May 31, 2027', 'may 31st, 2027'],
    ...['31 May 2027', '31-May-27', 'Mon, May 31, 2027', '46538', '46538.0'],
  ])
    it(`reads the day ${typed}`, () => {
      expect(readDay(typed)).to.deep.equal({ value: '2027-05-31' });
    });

  for (const typed of [
    '31/5/27',
    '2/30/27',
    '2027',
    '5/2027',
    'Mayday 3 2027',
    'next spring',
    '12',
    '1e400',
    '99999',
  ])
    it(`refuses as a day: ${typed}`, () => {
      expect(readDay(typed)).to.deep.equal({
        problem: `“${typed}” is no day: write it as 5/31/2027, the month first.`,
      });
    });

  for (const [typed, phone] of [
    ['(555) 555-0123', '555-555-0123'],
    ['+1 555 555 0123', '555-555-0123'],
    ['1-555-555-0123', '555-555-0123'],
    ['555.555.0123', '555-555-0123'],
    ['5555550123', '555-555-0123'],
  ] as const)
    it(`reads the phone number ${typed}`, () => {
      expect(draft({ 'contact.phone': typed }).contact?.phone).to.equal(phone);
    });

  for (const typed of [
    '555.555.0123 ext 4',
    '(555) 555-0123 x12',
    '555-0123',
    '+44 20 7946 0000',
    '055-555-0123',
    'call me',
  ])
    it(`refuses as a phone number: ${typed}`, () => {
      expect(wrong({ 'contact.phone': typed })[0]).to.match(
        /^contact\.phone: “.*” (is no US phone|has an extension)/,
      );
    });

  for (const [typed, said] of [
    ...['Yes', 'y', 'TRUE', 'x', '1', '✓', 'Yes, evenings'].map((one) => [one, true] as const),
    ...['No', 'n', 'FALSE', '0', '-', 'no (waitlist)'].map((one) => [one, false] as const),
  ])
    it(`reads as ${said ? 'yes' : 'no'}: ${typed}`, () => {
      expect(draft({ accepting: typed })).to.deep.equal({ accepting: said });
    });

  it('refuses as yes or no: maybe', () => {
    expect(wrong({ accepting: 'maybe' })).to.deep.equal([
      'accepting: “maybe” is neither yes nor no: write yes or no.',
    ]);
  });

  it('reads money, numbers and waits', () => {
    const cells = { 'fees.hourly': '$1,200.00', 'fees.packagePerSession': '850 per session' };
    expect(draft({ ...cells, waitWeeks: '2 months' })).to.deep.equal({
      fees: { hourly: 1200, packagePerSession: 850 },
      waitWeeks: 8,
    });
    expect(wrong({ 'fees.hourly': '150-200' })[0]).to.contain('is no amount');
    expect(wrong({ 'fees.hourly': '99000' })[0]).to.equal(
      'fees.hourly: Give a whole number from 0 to 5,000.',
    );
  });

  it('reads ZIP codes that lost their zero, and drops the last four digits', () => {
    for (const [typed, zip] of [
      ['7030', '07030'],
      ['07030-1234', '07030'],
      ['601', '00601'],
      ['07030', '07030'],
    ] as const)
      expect(readZip(typed), typed).to.deep.equal({ value: zip });
    for (const typed of ['70', '070301', 'Hoboken', '7030-12'])
      expect(readZip(typed)).to.have.property('problem');
  });

  it('reads states by code or name, in every list that people write', () => {
    for (const typed of [
      'NJ; NY',
      'N.J.; N.Y.',
      'nj, ny',
      'New Jersey / New York',
      'NJ & NY',
      'NJ and NY',
      'NJ|NY',
    ]) {
      const cells = {
        'authority.state': typed,
        'authority.number': 'A1; B2',
        'authority.expiresOn': '5/31/27',
      };
      const { authority } = draft(cells, { discipline: 'psychologist' });
      expect(
        authority?.map(({ state, number }) => [state, number]),
        typed,
      ).to.deep.equal([
        ['NJ', 'A1'],
        ['NY', 'B2'],
      ]);
    }
  });

  it('reads professions by name, and by letters that only one profession has', () => {
    for (const [typed, id] of [
      ['LCSW', 'clinical-social-worker'],
      ['licensed clinical social worker', 'clinical-social-worker'],
      ['Psychologists', 'psychologist'],
      ['PMHNP-BC', 'psychiatric-nurse-practitioner'],
      ['LMFT', 'marriage-family-therapist'],
    ] as const)
      expect(draft({ discipline: typed }).discipline, typed).to.equal(id);
    expect(wrong({ discipline: 'APRN' })[0]).to.contain('is no profession we know');
    expect(wrong({ discipline: 'Psycologist' })[0]).to.contain('Is it Psychologist?');
  });

  it('reads insurance by name and alias, with plan and state if the cell has them', () => {
    const license = { 'authority.state': 'NJ', 'authority.number': '1', 'authority.expiresOn': '5/31/27' };
    const read = (payer: string, always: Record<string, string> = {}) =>
      draft({ ...license, 'coverage.payer': payer }, { discipline: 'LCSW', ...always }).coverage;
    const commercial = { 'coverage.line': 'commercial' };
    expect(read('BCBS', commercial)).to.deep.equal([
      { state: 'NJ', payer: 'horizon-bcbsnj', line: 'commercial', covers: 'ask' },
    ]);
    expect(read('Aetna commercial NY')).to.deep.equal([
      { state: 'NY', payer: 'aetna', line: 'commercial', covers: 'ask' },
    ]);
    expect(read('Aetna, Cigna; United', commercial)?.map(({ payer }) => payer)).to.deep.equal([
      'aetna',
      'cigna',
      'unitedhealthcare',
    ]);
  });

  it('refuses ambiguous and unknown insurance, and suggests what may be meant', () => {
    const cells = (payer: string, state = 'NJ') => ({ 'coverage.payer': payer, 'coverage.state': state });
    const commercial = { 'coverage.line': 'commercial' };
    expect(wrong(cells('Acme Mutual'), commercial)).to.deep.equal([
      'coverage.payer: “Acme Mutual” is no insurance we know. Write the name of the company.',
    ]);
    expect(wrong(cells('Horizon Mutual of Ohio'), commercial)[0]).to.contain('Is it Horizon');
    expect(wrong({ 'coverage.payer': 'BCBS' })[0]).to.match(
      /several companies|another company in each state/,
    );
    expect(wrong(cells('Aetna'))).to.deep.equal([
      'coverage.payer: Say the kind of plan (commercial, Medicare Advantage, Medicaid) too.',
    ]);
    expect(wrong(cells('Aetna', 'Newark'), commercial)[0]).to.contain('is no state we know');
  });

  it('reads programs by name and alias, and others by their own name', () => {
    const training = (program: string) =>
      draft(
        { 'training.program': program, 'training.year': '2021', 'training.award': 'Certificate' },
        { 'training.kind': 'practicum' },
      ).training![0];
    expect(training('CIIS')).to.include({ program: 'ciis', kind: 'supervised-practice', mentor: null });
    expect(training('Polaris Insight Center')).to.include({ program: 'polaris-insight' });
    expect(training('other: Wildwood Institute')).to.include({
      program: 'other',
      mentor: 'Wildwood Institute',
    });
    expect(wrong({ 'training.program': 'Fluense', 'training.year': '2021' })).to.deep.equal([
      'training.program: “Fluense” is no program we know. Is it Fluence? Where it is on no list, write “other: its name”.',
    ]);
  });

  it('combines the lists of a group only if their lengths match', () => {
    expect(
      wrong({
        'authority.state': 'NJ; NY; PA',
        'authority.number': 'A1; B2',
        'authority.expiresOn': '5/31/27',
      }),
    ).to.deep.equal([
      'authority.number: There are 2 things here and 3 in “authority.state”: give as many, or one for all.',
    ]);
  });

  it('names what an item lacks, and what is there twice', () => {
    expect(wrong({ 'authority.state': 'NJ' })).to.deep.equal([
      'authority.state: Say the number of the license and the last valid day of the license and the title of the license (or the profession) too.',
    ]);
    const twice = {
      'authority.state': 'NJ; NJ',
      'authority.number': '1; 2',
      'authority.expiresOn': '5/31/27',
    };
    expect(wrong(twice, { discipline: 'LCSW' })).to.deep.equal([
      'authority.state: This one is on the list already.',
    ]);
    expect(wrong({ 'psypact.apit': '123' })).to.deep.equal([
      'psypact.apit: Of PSYPACT give the number, the home state and the last valid day.',
    ]);
    expect(wrong({ 'offices.zip': '07030', 'offices.state': 'NY' })).to.deep.equal([
      'offices.zip: “07030” is a ZIP code of New Jersey, not of New York.',
    ]);
  });

  it('names everything that is wrong with the map at once', () => {
    const refusal = (map: unknown) => {
      try {
        parseMap(typeof map === 'string' ? map : JSON.stringify(map), 'map.json');
        return '';
      } catch (error) {
        expect(error).to.be.instanceOf(FileRefused);
        return (error as Error).message;
      }
    };
    expect(
      refusal({ columns: { A: 'nmae', B: 'fees.hourly', C: 'fees.hourly', D: 'authority.0.state' } }),
    ).to.equal(
      [
        'The map map.json cannot be used:',
        '  “A”: there is no field “nmae”. Is it “name”?',
        '  “D”: there is no field “authority.0.state”. Is it “authority.state”?',
        '  “C” and “B” are both read into “fees.hourly”: take one of them.',
        '  No column is read into “email”: that one must be there.',
      ].join('\n'),
    );
    expect(refusal('{')).to.contain('It is not JSON');
    expect(refusal({ columns: { A: 'email' }, always: { x: 'y' }, more: 1 })).to.contain('more');
    expect(refusal({ columns: { A: 'email' }, always: { email: 'a@b.example' } })).to.contain(
      'everybody’s own',
    );
    expect(refusal({ columns: { A: 'email' }, always: { x: 'y' } })).to.contain(
      'always: there is no field “x”',
    );
    expect(refusal({ columns: { A: 'email', B: '__proto__', C: 'authority.constructor' } })).to.contain(
      '“__proto__”',
    );
  });

  it('makes a valid draft or says what is wrong, for any text', () => {
    const names = [
      ...fieldNames.filter((name) => name !== 'email'),
      ...groupNames.flatMap((group) => Object.keys(partsOf(group)).map((part) => `${group}.${part}`)),
    ];
    const hints = [
      'NJ; NY',
      '5/31/27',
      'Aetna',
      'BCBS NJ',
      'Fluence',
      'LCSW',
      '07030',
      'yes',
      '$180',
      '1; 2; 3',
    ];
    const cell = fc.oneof(fc.constantFrom(...hints), fc.string({ unit: 'binary' }), fc.string());
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), cell, { maxKeys: 12 }), (cells) => {
        const read = row(cells);
        if ('draft' in read) expect(draftSchema.safeParse(read.draft).error).to.equal(undefined);
        else for (const { message } of read.problems) expect(message).to.match(/^.+$/su);
      }),
      { numRuns: 300 },
    );
  });
});
