import { execFile } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { openEmbeddedStore } from '../../src/storage/embedded/open-embedded-store.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';
import { aTherapist } from '../support/therapist-builder.js';
import { exported, recordLines } from '../support/transfers.js';

const run = promisify(execFile);

/** The shell commands that docs/operations.md shows under this heading, block by block. */
function commandsUnder(heading: string): string[] {
  const [, section = ''] = readFileSync('docs/operations.md', 'utf8').split(`\n## ${heading}\n`);
  const [body = ''] = section.split(/\n## /);
  return [...body.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, commands = '']) => commands);
}

describe('"Back up and restore" in docs/operations.md', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await temporaryFolder();
    // A checkout, built, with a `data` of its own.
    for (const name of ['package.json', 'dist', 'node_modules', 'scripts', 'views', 'seed'])
      symlinkSync(resolve(name), join(folder, name));
  });
  afterEach(() => removeFolder(folder));

  /** As a person would type it; but what is built is not built again, under the feet of these tests. */
  const type = (commands: string) =>
    run('sh', ['-ec', commands], {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: folder, npm_config_ignore_scripts: 'true' },
    });
  const database = () => openEmbeddedStore({ file: join(folder, 'data', 'holdspace.db') });

  it('brings everything back that was there, and nothing else', async () => {
    const [backUp = '', restore = '', ...more] = commandsUnder('Back up and restore');
    expect(backUp).to.contain('npm run backup');
    expect(restore).to.contain('npm run import');
    expect(more).to.deep.equal([]);

    const before = await database();
    const kept = await before.therapists.insert(aTherapist());
    await before.therapists.update({ ...kept, status: 'paused' });
    await before.therapists.insertMany([aTherapist({ demo: true }), aTherapist()]);
    await exported(before, join(folder, 'before.ndjson'));
    await before.close();

    expect((await type(backUp)).stdout).to.match(/Wrote 3 therapists to data\/backups\/holdspace-/);
    const spoilt = await database();
    await spoilt.therapists.remove(kept.id);
    await spoilt.therapists.insert(aTherapist());
    await spoilt.close();

    expect((await type(restore)).stdout)
      .to.contain('Added 3 therapists')
      .and.to.contain(' 0 wrong.');
    const after = await database();
    await exported(after, join(folder, 'after.ndjson'));
    await after.close();
    expect(recordLines(join(folder, 'after.ndjson'))).to.deep.equal(
      recordLines(join(folder, 'before.ndjson')),
    );
  });
});
