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

/** The shell commands of docs/operations.md under this heading, block by block. */
function commandsUnder(heading: string): string[] {
  const [, section = ''] = readFileSync('docs/operations.md', 'utf8').split(`\n## ${heading}\n`);
  const [body = ''] = section.split(/\n## /);
  return [...body.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, commands = '']) => commands);
}

describe('docs/operations.md section "Back up and restore"', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await temporaryFolder();
    // A built checkout with its own `data`.
    for (const name of ['package.json', 'dist', 'node_modules', 'scripts', 'views', 'seed'])
      symlinkSync(resolve(name), join(folder, name));
  });
  afterEach(() => removeFolder(folder));

  /** Runs commands as typed, but does not rebuild, because other tests use the build. */
  const runCommands = (commands: string) =>
    run('sh', ['-ec', commands], {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: folder, npm_config_ignore_scripts: 'true' },
    });
  const database = () => openEmbeddedStore({ file: join(folder, 'data', 'holdspace.db') });

  it('restores every record, and nothing else', async () => {
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

    expect((await runCommands(backUp)).stdout).to.match(/Wrote 3 therapists to data\/backups\/holdspace-/);
    const damaged = await database();
    await damaged.therapists.remove(kept.id);
    await damaged.therapists.insert(aTherapist());
    await damaged.close();

    expect((await runCommands(restore)).stdout)
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
