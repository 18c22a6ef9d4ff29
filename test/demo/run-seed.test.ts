import { join } from 'node:path';
import { expect } from 'chai';
import { readArguments, UsageError } from '../../scripts/seed/arguments.js';
import { lines, type Progress } from '../../scripts/seed/progress.js';
import { runSeed } from '../../scripts/seed/run-seed.js';
import { openEmbeddedStore } from '../../src/storage/embedded/open-embedded-store.js';
import type { Store } from '../../src/storage/store.js';
import { FILES, frozenSeeds, frozenStories } from '../support/frozen-seeds.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';
import { aTherapist } from '../support/therapist-builder.js';

const now = new Date('2026-03-02T09:00:00Z');
const silent: Progress = { start() {}, at() {}, stop() {} };

describe('npm run seed', () => {
  let folder: string;
  let opened: Store;
  let said: string[];
  beforeEach(async () => {
    folder = await temporaryFolder();
    opened = await openEmbeddedStore({ file: join(folder, 'holdspace.db') });
    said = [];
  });
  afterEach(async () => {
    await opened.close();
    await removeFolder(folder);
  });

  const run = (
    argv: string[],
    more: { production?: boolean; progress?: Progress; signal?: AbortSignal } = {},
  ) =>
    runSeed(readArguments(argv), {
      store: opened,
      files: FILES,
      now,
      production: false,
      say: (text) => said.push(text),
      progress: silent,
      signal: new AbortController().signal,
      ...more,
    });
  const usageError = async (work: () => unknown) => {
    const error = await Promise.resolve()
      .then(work)
      .catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(UsageError);
    return (error as UsageError).message;
  };

  it('loads the frozen therapists once, also beside real ones', async () => {
    const length = (await frozenSeeds()).length + (await frozenStories()).length;
    await opened.therapists.insert(aTherapist({ demo: false }));
    await run([]);
    await run([]);
    expect(said).to.deep.equal([
      `Loaded ${length} fictional therapists.`,
      'Brought 0 fictional therapists up to today.',
    ]);
    expect(await opened.therapists.count()).to.equal(length + 1);
  });

  it('adds the requested number, and different ones at a second run', async () => {
    await run(['--count', '1203']);
    await run(['--count', '7', '--seed', 'other']);
    expect(await opened.therapists.count({ demo: true })).to.equal(1210);
    expect(said).to.deep.equal(['Added 1203 fictional therapists.', 'Added 7 fictional therapists.']);
  });

  it('continues after the last one when earlier ones were removed', async () => {
    await run(['--count', '5']);
    await opened.therapists.remove('demo0000000002');
    await run(['--count', '1']);
    expect((await opened.therapists.get('demo0000000005'))?.demo).to.equal(true);
  });

  it('removes exactly the fictional therapists', async () => {
    const real = await opened.therapists.insert(aTherapist({ demo: false }));
    await run(['--count', '12']);
    await run(['--clear']);
    expect(said.at(-1)).to.equal('Removed 12 fictional therapists.');
    expect((await opened.therapists.page(null, 10)).therapists).to.deep.equal([real]);
  });

  it('stops after the current batch when interrupted, and says how many are left', async () => {
    const interruption = new AbortController();
    const progress = { ...silent, at: () => interruption.abort() };
    await run(['--count', '2500'], { progress, signal: interruption.signal });
    expect(said).to.deep.equal(['Added 1000 fictional therapists, then stopped as asked; 1500 are left.']);
    expect(await opened.therapists.count()).to.equal(1000);
  });

  it('adds nothing in production without --yes-in-production, and always clears', async () => {
    for (const argv of [[], ['--count', '3'], ['--clear', '--count', '3']])
      expect(await usageError(() => run(argv, { production: true }))).to.contain('--yes-in-production');
    await run(['--count', '3', '--yes-in-production'], { production: true });
    expect(await opened.therapists.count()).to.equal(3);
    await run(['--clear'], { production: true });
    expect(await opened.therapists.count()).to.equal(0);
  });

  for (const argv of [
    ['--count', '0'],
    ['--count', 'many'],
    ['--count', '1.5'],
    ['--cuont', '5'],
    ['--seed', ''],
    ['5'],
  ])
    it(`refuses ${argv.join(' ')}`, async () => {
      expect(await usageError(() => readArguments(argv))).to.match(/wants|--clear/);
    });

  it('reports its progress in ten lines without a terminal', () => {
    const reported: string[] = [];
    const progress = lines((text) => reported.push(text));
    progress.start(4000);
    for (let done = 100; done <= 4000; done += 100) progress.at(done);
    expect(reported).to.have.lengthOf(10);
    expect(reported.at(-1)).to.equal('4000 of 4000 therapists');
  });
});
