import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { FileRefused } from '../../scripts/support/command.js';
import { therapistSchema } from '../../src/domain/therapist.js';
import { openEmbeddedStore } from '../../src/storage/embedded/open-embedded-store.js';
import { importedCsv, sheet } from '../support/csv-imports.js';
import { runs } from '../support/runs.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';

const columns = {
  Mail: 'email',
  Name: 'name',
  State: 'authority.state',
  Number: 'authority.number',
  Ends: 'authority.expiresOn',
  Title: 'authority.type',
  About: 'about',
};
const HEADINGS = 'Mail,Name,State,Number,Ends,Title,About';

/** Cells that are often nearly right, with whatever else a file may hold. */
const cell = fc.oneof(
  fc.constantFrom(
    'ana@practice.example',
    'BO@practice.example',
    'NJ; NY',
    '5/31/27',
    'LCSW',
    '1; 2',
    '"',
    "'=1",
    '',
  ),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const quotedCell = fc.oneof(
  cell,
  cell.map((text) => `"${text.replaceAll('"', '""')}"`),
);
/** A good row, or one with a cell of it replaced. */
const nearly = fc
  .record({
    who: fc.constantFrom('ana', 'bo', 'cy', 'di'),
    place: fc.integer({ min: 0, max: 6 }),
    other: fc.option(quotedCell, { nil: null, freq: 2 }),
  })
  .map(({ who, place, other }) => {
    const good = [`${who}@practice.example`, who, 'NJ', '12', '5/31/27', 'LCSW', 'Words.'];
    return good.map((text, index) => (other !== null && index === place ? other : text)).join(',');
  });
const wild = fc.array(quotedCell, { maxLength: 9 }).map((cells) => cells.join(','));
const rows = fc.array(fc.oneof(nearly, wild), { maxLength: 6 });
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }).map((some) => Buffer.from(some)),
  fc.uint8Array({ maxLength: 300 }).map((some) => Buffer.concat([Buffer.from(`${HEADINGS}\n`), some])),
  rows.map((lines) => Buffer.from([HEADINGS, ...lines].join('\n'))),
  rows.map((lines) => Buffer.from([HEADINGS, ...lines].join('\r\n'), 'latin1')),
);

describe('the import of a hostile spreadsheet', () => {
  let folder: string;
  before(async () => {
    folder = await temporaryFolder();
  });
  after(() => removeFolder(folder));

  let opened = 0;
  const freshStore = () => openEmbeddedStore({ file: join(folder, `${++opened}.db`) });

  it('never crashes, and never leaves half a person in the store', async () => {
    let taken = 0;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        const store = await freshStore();
        try {
          const file = sheet(folder, content);
          const { report, error } = await importedCsv(store, file, columns);
          if (error !== null) expect(error).to.be.instanceOf(FileRefused);
          if (error !== null) expect(await store.therapists.count()).to.equal(0);
          const { therapists } = await store.therapists.page(null, 1000);
          for (const one of therapists) expect(therapistSchema.safeParse(one).error).to.equal(undefined);
          expect(therapists).to.have.lengthOf(report.invited);
          expect(report.read).to.equal(
            report.invited + report.known.length + report.left.length + report.refused,
          );
          taken += report.invited;
          refused += report.refused;
          if (report.errorsFile !== null) await runAgain(report.errorsFile, report.refused);
        } finally {
          await store.close();
        }
      }),
      { numRuns: runs(40, 300) },
    );
    expect(taken, 'some rows have to be good for this to show anything').to.be.above(0);
    expect(refused).to.be.above(0);
  });

  /** What was refused can be read again as it was written, row by row. */
  async function runAgain(file: string, rowsRefused: number): Promise<void> {
    const store = await freshStore();
    try {
      const { report, error } = await importedCsv(store, file, columns, { dryRun: true });
      expect(error, readFileSync(file, 'utf8')).to.equal(null);
      expect(report.read).to.equal(rowsRefused);
    } finally {
      await store.close();
      rmSync(join(folder, 'people.csv.errors.csv'));
    }
  }
});
