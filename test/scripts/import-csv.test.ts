import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { erasureHashes } from '../../src/domain/erasure.js';
import { therapistSchema } from '../../src/domain/therapist.js';
import { openEmbeddedStore } from '../../src/storage/embedded/open-embedded-store.js';
import { erasures } from '../../src/storage/kinds.js';
import { type Store, StoreUnreachable, type TherapistStore } from '../../src/storage/store.js';
import { type CsvOptions, importedCsv, sheet } from '../support/csv-imports.js';
import { peopleSheet } from '../support/people-sheet.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';
import { aTherapist } from '../support/therapist-builder.js';
import { hash } from '../support/transfers.js';

const SEED = fileURLToPath(new URL('../../../seed/', import.meta.url));
const example = JSON.parse(readFileSync(join(SEED, 'import-map.example.json'), 'utf8'));
const columns = { Name: 'name', Mail: 'email', Phone: 'contact.phone', Fee: 'fees.hourly' };

describe('npm run import:csv', () => {
  let folder: string;
  let store: Store;
  beforeEach(async () => {
    folder = await temporaryFolder();
    store = await openEmbeddedStore({ file: join(folder, 'holdspace.db') });
  });
  afterEach(async () => {
    await store.close();
    await removeFolder(folder);
  });

  const all = async () => (await store.therapists.page(null, 1000)).therapists;
  const mails = async () => (await all()).map(({ email }) => email).sort();
  const run = (content: string | Buffer, options: CsvOptions = {}, map: Record<string, string> = columns) =>
    importedCsv(store, sheet(folder, content), map, options);
  const people = (...rows: string[]) => ['Name,Mail,Phone,Fee,Notes', ...rows, ''].join('\r\n');

  it('reads the example into drafts with an invitation each, and lists nobody', async () => {
    const file = join(SEED, 'import.example.csv');
    const { report, complaints, words } = await importedCsv(store, file, example.columns, example);
    expect(complaints).to.deep.equal([]);
    expect(report).to.include({ read: 2, invited: 2, refused: 0 });
    expect(words).to.deep.equal(['Not read: Notes.', 'Of 2 rows, 2 became drafts with an invitation.']);
    for (const one of await all()) {
      expect(therapistSchema.safeParse(one).error).to.equal(undefined);
      expect(one).to.include({ status: 'draft', published: null, demo: false });
      expect(one.queuedEmails.map(({ kind }) => kind)).to.deep.equal(['invitation']);
      expect(one.history.map(({ action, by }) => [action, by.role])).to.deep.equal([['invite', 'operator']]);
    }
    const renata = (await store.therapists.getByEmail('renata.oyelaran@practice.example'))!.draft!;
    expect(renata).to.deep.include({
      name: 'Renata Oyelaran',
      discipline: 'clinical-social-worker',
      contact: { phone: '201-555-0117', web: 'https://renata-oyelaran.example' },
      languages: ['en', 'pt'],
      offices: [{ city: 'Hoboken', state: 'NJ', zip: '07030' }],
      fees: { hourly: 190, slidingScale: true },
      focus: ['ptsd', 'grief'],
    });
    expect(renata.authority).to.deep.equal([
      { state: 'NJ', basis: 'license', type: 'LCSW', number: '44SC05120', expiresOn: '2027-05-31' },
      { state: 'NY', basis: 'license', type: 'LCSW', number: '098211', expiresOn: '2027-08-31' },
    ]);
    expect(renata.coverage?.map(({ payer, state, line }) => [payer, state, line])).to.deep.equal([
      ['aetna', 'NJ', 'commercial'],
      ['horizon-bcbsnj', 'NJ', 'commercial'],
    ]);
    const tobias = (await store.therapists.getByEmail('tobias@lindqvist-amaro.example'))!.draft!;
    expect(tobias.authority?.map(({ state, expiresOn }) => [state, expiresOn])).to.deep.equal([
      ['FL', '2028-05-31'],
      ['NJ', '2028-05-31'],
    ]);
    expect(tobias).to.deep.include({ accepting: false, telehealth: false });
  });

  it('imports the good rows although others fail, and names row, column and problem of each', async () => {
    const { report, complaints, words } = await run(
      people(
        'Ana Ruiz,ana@practice.example,212-555-0101,180,',
        'Bo Lee,bo@practice.example,212-555-0102 ext 4,soon,',
        'Cy Day,nobody,212-555-0103,150,',
        ',,,,a row without an address',
        'Di Fox,di@practice.example,,,',
      ),
    );
    expect(await mails()).to.deep.equal(['ana@practice.example', 'di@practice.example']);
    expect(report).to.include({ read: 5, invited: 2, refused: 3 });
    expect(complaints).to.deep.equal([
      'Row 3, column “Phone”: “212-555-0102 ext 4” has an extension: give a number that reaches the therapist directly.',
      'Row 3, column “Fee”: “soon” is no amount: write whole dollars, such as 180.',
      'Row 4, column “Mail”: This is no e-mail address.',
      'Row 5: There is no e-mail address in this row.',
    ]);
    expect(words.join('\n')).to.contain(`3 could not be taken: mend them in ${folder}/people.csv.errors.csv`);
  });

  it('writes refused rows to a file that can be fixed and imported by itself', async () => {
    const content = people(
      'Ana Ruiz,ana@practice.example,,180,',
      '"Lee, ""Bo""",bo@practice.example,,soon,"=HYPERLINK(""http://evil.example"")"',
      'Cy Day,cy@practice.example,+1 212 555 0103,free,-2',
    );
    const first = await run(content);
    const { errorsFile } = first.report;
    expect(readFileSync(errorsFile!, 'utf8')).to.equal(
      [
        '\uFEFFName,Mail,Phone,Fee,Notes,What is wrong',
        `"Lee, ""Bo""",bo@practice.example,,soon,"'=HYPERLINK(""http://evil.example"")","Fee: “soon” is no amount: write whole dollars, such as 180."`,
        `Cy Day,cy@practice.example,'+1 212 555 0103,free,'-2,"Fee: “free” is no amount: write whole dollars, such as 180."`,
        '',
      ].join('\r\n'),
    );
    writeFileSync(errorsFile!, readFileSync(errorsFile!, 'utf8').replace('soon', '200'));
    const second = await importedCsv(store, errorsFile!, columns);
    expect(second.report).to.include({ read: 2, invited: 1, refused: 1 });
    expect(second.report.errorsFile).to.equal(join(folder, 'people.csv.errors-2.csv'));
    expect(readFileSync(second.report.errorsFile!, 'utf8').split('\r\n')[0]).to.equal(
      '\uFEFFName,Mail,Phone,Fee,Notes,What is wrong',
    );
    writeFileSync(
      second.report.errorsFile!,
      readFileSync(second.report.errorsFile!, 'utf8').replace('free', '0'),
    );
    expect((await importedCsv(store, second.report.errorsFile!, columns)).report).to.include({
      invited: 1,
      refused: 0,
    });
    const cy = (await store.therapists.getByEmail('cy@practice.example'))!.draft!;
    expect(cy.contact?.phone).to.equal('212-555-0103');
    expect((await store.therapists.getByEmail('bo@practice.example'))!.draft!.name).to.equal('Lee, "Bo"');
  });

  it('never overwrites an errors file that a person may be fixing', async () => {
    const bad = people('Ana Ruiz,ana@practice.example,,soon,');
    const first = (await run(bad)).report.errorsFile!;
    writeFileSync(first, 'half mended');
    expect((await run(bad)).report.errorsFile).to.equal(join(folder, 'people.csv.errors-2.csv'));
    expect(readFileSync(first, 'utf8')).to.equal('half mended');
  });

  it('says the same in a dry run, and writes nothing', async () => {
    const content = people('Ana Ruiz,ana@practice.example,,180,', 'Bo,bo@practice.example,,soon,');
    const dry = await run(content, { dryRun: true });
    expect(await store.therapists.count()).to.equal(0);
    expect(readdirSync(folder).filter((name) => name.includes('errors'))).to.deep.equal([]);
    const real = await run(content);
    expect(dry.complaints).to.deep.equal(real.complaints);
    expect(dry.report).to.deep.include({ ...real.report, errorsFile: null });
    expect(dry.words.at(-1)).to.equal('Nothing was written: this was a dry run.');
  });

  it('adds nobody twice: passes over known people, however they are spelled', async () => {
    const content = people('Ana Ruiz,ana@practice.example,,,', 'Bo Lee,bo@practice.example,,,');
    await run(content);
    const before = await all();
    const again = await run(content.replace('ana@', 'ANA@'));
    expect(again.report).to.deep.include({ invited: 0, known: [2, 3], refused: 0 });
    expect(again.words).to.include('Passed over 2 who are known already: rows 2 to 3.');
    expect(await all()).to.deep.equal(before);
  });

  it('imports the first of two rows with one address, and refuses the second', async () => {
    const { complaints } = await run(
      people(
        'Ana Ruiz,ana@practice.example,,,',
        'Bo,bo@practice.example,,,',
        'Ana R,Ana@Practice.example,,,',
      ),
    );
    expect(complaints).to.deep.equal(['Row 4: Row 2 has the same e-mail address: put the two together.']);
    expect((await store.therapists.getByEmail('ana@practice.example'))!.draft!.name).to.equal('Ana Ruiz');
  });

  it('invites nobody who has left, and names them only by row', async () => {
    const gone = aTherapist({ email: 'gone@practice.example' });
    await store.records(erasures).insert({
      ...{ id: 'erasure00001', revision: 1, action: 'withdraw', reason: 'own-wish', on: '2020-01-01' },
      hashes: erasureHashes(gone, hash),
    });
    const { report, complaints, words } = await run(
      people('Ana Ruiz,ana@practice.example,,,', 'G One,gone@practice.example,,,'),
    );
    expect(report).to.deep.include({ invited: 1, left: [3] });
    expect(words).to.include('Passed over 1 who have left: rows 3.');
    expect([...words, ...complaints].join()).not.to.contain('gone');
    expect(await mails()).to.deep.equal(['ana@practice.example']);
  });

  it('recognizes a person who has left by a license too, under another address', async () => {
    const gone = aTherapist({ email: 'gone@practice.example' });
    const [license] = gone.published!.authority;
    await store.records(erasures).insert({
      ...{ id: 'erasure00001', revision: 1, action: 'withdraw', reason: 'own-wish', on: '2020-01-01' },
      hashes: erasureHashes(gone, hash),
    });
    const map = {
      Mail: 'email',
      S: 'authority.state',
      N: 'authority.number',
      E: 'authority.expiresOn',
      T: 'authority.type',
    };
    const row = `other@practice.example,${license!.state},${license!.number},5/31/27,LCSW`;
    const { report } = await run(`Mail,S,N,E,T\n${row}\n`, {}, map);
    expect(report.left).to.deep.equal([2]);
  });

  for (const [what, content] of [
    ['semicolons', Buffer.from('Name;Mail;Phone;Fee\r\nJosé "Pepe" Peña;j@practice.example;;1,200\r\n')],
    [
      'tabs and old ends of lines',
      Buffer.from('Name\tMail\tPhone\tFee\rJosé "Pepe" Peña\tj@practice.example\t\t1,200\r'),
    ],
    [
      'a mark at the beginning',
      Buffer.from('\uFEFF"Name","Mail","Phone","Fee"\n"José ""Pepe"" Peña",j@practice.example,,"1,200"\n'),
    ],
    ['Latin-1', Buffer.from('Name;Mail;Phone;Fee\nJosé "Pepe" Peña;j@practice.example;;1,200\n', 'latin1')],
    [
      'UTF-16',
      Buffer.from('\uFEFFName\tMail\tPhone\tFee\r\nJosé "Pepe" Peña\tj@practice.example\t\t1,200', 'utf16le'),
    ],
    [
      "Excel's first line",
      Buffer.from('sep=;\r\nName;Mail;Phone;Fee\r\nJosé "Pepe" Peña;j@practice.example;;1,200'),
    ],
    [
      'empty lines and blanks',
      Buffer.from(
        '\n , , , \n nAME , mail,Phone,Fee\n\n"José ""Pepe"" Peña" , j@practice.example ,, "1,200" \n',
      ),
    ],
  ] as const)
    it(`reads a file with ${what}`, async () => {
      const { report, error, complaints } = await run(content);
      expect([error, complaints]).to.deep.equal([null, []]);
      expect(report.invited).to.equal(1);
      const [one] = await all();
      expect(one!.draft).to.deep.equal({ name: 'José "Pepe" Peña', fees: { hourly: 1200 } });
    });

  it('reads Latin-1 when told to, even if the file looks different', async () => {
    const bytes = Buffer.from('Name,Mail,Phone,Fee\nJosé,j@practice.example,,\n', 'latin1');
    await run(bytes, { encoding: 'latin-1' });
    expect((await all())[0]!.draft!.name).to.equal('José');
  });

  it('counts rows as a spreadsheet program does, over cells of several lines and empty rows', async () => {
    const { complaints } = await run(
      people('"Ana\r\nRuiz",ana@practice.example,,,', ',,,,', '', 'Bo,bo@practice.example,,soon,'),
    );
    expect(complaints).to.have.lengthOf(1);
    expect(complaints[0]).to.match(/^Row 5, column “Fee”/);
  });

  it('refuses a row with more cells than headings, and does not shift them', async () => {
    const { complaints, report } = await run(people('Ruiz, Ana,ana@practice.example,,180,note'));
    expect(complaints.join()).to.contain('There are 6 cells and 5 headings');
    expect(report.invited).to.equal(0);
    expect(await run(people('Bo,bo@practice.example')).then(({ report: short }) => short.invited)).to.equal(
      1,
    );
  });

  it('writes nothing when a quotation mark is never closed', async () => {
    const { error, report } = await run(
      people('Ana Ruiz,ana@practice.example,,,', '"Bo,bo@practice.example,,,'),
    );
    expect(error?.message).to.contain('after row 2: a quotation mark is opened there and not closed');
    expect(report.read).to.equal(0);
    expect(await store.therapists.count()).to.equal(0);
    expect(existsSync(join(folder, 'people.csv.errors.csv'))).to.equal(false);
  });

  it('names columns of the map that are missing, or there twice, and the headings of the file', async () => {
    const { error } = await run('Name,Mail,Name\nAna,ana@practice.example,A\n');
    expect(error?.message.split('\n')).to.deep.equal([
      `The columns of ${folder}/people.csv do not fit the map:`,
      '  There are two columns “Name”: rename one.',
      '  There is no column “Phone”.',
      '  There is no column “Fee”.',
      '  Its headings are: Name, Mail, Name',
    ]);
  });

  it('says that a file is empty, missing, or a folder', async () => {
    expect((await run('')).error?.message).to.contain('is empty');
    expect((await importedCsv(store, join(folder, 'none.csv'), columns)).error?.message).to.contain('ENOENT');
    expect((await importedCsv(store, folder, columns)).error?.message).to.contain('EISDIR');
  });

  it('continues where it was interrupted, and adds nobody twice', async () => {
    const file = sheet(folder, [...peopleSheet(900)].join(''));
    const interruption = new AbortController();
    const stopping = under(store, {
      async insertMany(people) {
        await store.therapists.insertMany(people);
        interruption.abort();
      },
    });
    const first = await importedCsv(stopping, file, example.columns, {
      ...example,
      signal: interruption.signal,
    });
    expect(first.report.stopped).to.equal(true);
    expect(first.words.join('\n')).to.contain('Stopped as asked; run it again to go on.');
    expect(await store.therapists.count()).to.equal(first.report.invited);
    expect(first.report.invited).to.be.within(1, 700);
    const second = await importedCsv(store, file, example.columns, example);
    expect(first.report.invited + second.report.invited).to.equal(855);
    expect(second.report.known).to.have.lengthOf(first.report.invited);
    expect(await store.therapists.count()).to.equal(855);
  });

  it('reports what was done when the store stops answering, and continues when it is back', async () => {
    const file = sheet(folder, [...peopleSheet(900)].join(''));
    let calls = 0;
    const failing = under(store, {
      async insertMany(people) {
        if (++calls > 1) throw new StoreUnreachable('The store does not answer.');
        await store.therapists.insertMany(people);
      },
    });
    const first = await importedCsv(failing, file, example.columns, example);
    expect(first.error).to.be.instanceOf(StoreUnreachable);
    expect(await store.therapists.count()).to.equal(first.report.invited);
    const second = await importedCsv(store, file, example.columns, example);
    expect(first.report.invited + second.report.invited).to.equal(855);
  });

  it('passes over a person who applied while it ran, and imports the others of the batch', async () => {
    const applied = aTherapist({ email: 'Bo@practice.example' });
    const racing = under(store, {
      async insertMany(people) {
        if ((await store.therapists.get(applied.id)) === null) await store.therapists.insert(applied);
        await store.therapists.insertMany(people);
      },
    });
    const file = sheet(folder, people('Ana,ana@practice.example,,,', 'Bo,bo@practice.example,,,'));
    const { report } = await importedCsv(racing, file, columns);
    expect(report).to.deep.include({ invited: 1, known: [3] });
    expect(await mails()).to.deep.equal(['Bo@practice.example', 'ana@practice.example']);
  });
});

/** A store with some of its methods replaced by others that come before them. */
function under(store: Store, methods: Partial<TherapistStore>): Store {
  const real = store.therapists;
  const therapists = new Proxy(real, {
    get: (target, key) => Reflect.get(key in methods ? methods : target, key),
  });
  return { ...store, therapists, records: (kind) => store.records(kind) };
}
