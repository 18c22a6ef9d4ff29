import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { MAP, runImport } from '../support/import-command.js';
import { peopleSheet } from '../support/people-sheet.js';
import { startStopwatch } from '../support/stopwatch.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';

describe('the command import:csv', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await temporaryFolder();
  });
  afterEach(() => removeFolder(folder));

  it('takes 10,000 rows within a minute, and hardly more memory for them than for 1,000', async () => {
    const [few, many] = [await peakOf(1_000), await peakOf(10_000)];
    expect(many.out).to.contain('Of 10000 rows, 9500 became drafts');
    expect(many.seconds).to.be.below(60);
    // Ten times the rows; what is kept of each is an address and a number.
    expect(many.megabytes).to.be.below(few.megabytes + 120);
  });

  async function peakOf(rows: number) {
    const file = join(folder, 'people.csv');
    writeFileSync(file, [...peopleSheet(rows)].join(''));
    const told = 'process.on("exit",()=>console.error("peak",process.resourceUsage().maxRSS/1024))';
    const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(told)}`;
    const settings = { DATA_DIR: join(folder, `data-${rows}`), NODE_OPTIONS };
    const elapsed = startStopwatch();
    const { out, err } = await runImport(folder, { args: [file, '--map', MAP], settings });
    const megabytes = Number(/peak ([\d.]+)/.exec(err)?.[1]);
    return { out, megabytes, seconds: elapsed() / 1000 };
  }
});
