import type { ChildProcess } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { openEmbeddedStore } from '../../src/storage/embedded/open-embedded-store.js';
import { freePort } from '../support/free-port.js';
import { MAP, runImport } from '../support/import-command.js';
import { peopleSheet } from '../support/people-sheet.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';

describe('the command import:csv', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await temporaryFolder();
    file = join(folder, 'people.csv');
    writeFileSync(file, [...peopleSheet(19)].join(''));
  });
  afterEach(() => removeFolder(folder));

  /** Runs it in a process of its own; `onErr` is called when it first writes to the standard error. */
  const run = (args: string[], settings = {}, onErr?: (child: ChildProcess) => void) =>
    runImport(folder, { args, settings, ...(onErr && { onErr }) });

  const count = async () => {
    const store = await openEmbeddedStore({ file: join(folder, 'holdspace.db') });
    const found = await store.therapists.count();
    await store.close();
    return found;
  };

  it('exits with 0 when every row was imported, and again when all of them are known', async () => {
    expect(await run([file, '--map', MAP])).to.include({
      code: 0,
      out: 'Not read: Notes.\nOf 19 rows, 19 became drafts with an invitation.\n',
    });
    const again = await run([file, '--map', MAP]);
    expect(again.code).to.equal(0);
    expect(again.out).to.contain('Passed over 19 who are known already: rows 2 to 20.');
    expect(await count()).to.equal(19);
  });

  it('exits with 1 when a row was refused, and names it on standard error', async () => {
    writeFileSync(file, [...peopleSheet(20)].join(''));
    const { code, err, out } = await run([file, '--map', MAP]);
    expect(code).to.equal(1);
    expect(err).to.contain('Row 21, column “License expires”: “next spring” is no day');
    expect(out).to.contain(`1 could not be taken: mend them in ${file}.errors.csv`);
    expect(readFileSync(`${file}.errors.csv`, 'utf8')).to.contain('next spring');
    expect(await count()).to.equal(19);
  });

  it('shows its usage, and every field with --help', async () => {
    for (const args of [
      [],
      [file],
      [file, '--map'],
      [file, '--mpa', MAP],
      [file, '--map', MAP, '--encoding', 'x'],
    ]) {
      const { code, err } = await run(args);
      expect(code, args.join(' ')).to.equal(1);
      expect(err).to.match(/import:csv -- FILE --map MAP|--encoding must be one of/);
      expect(err).not.to.match(/\n {4}at /);
    }
    expect(await run(['--help'])).to.include({ code: 0, err: '' });
    expect((await run([file, '--map', join(folder, 'none.json')])).err).to.match(
      /^The map .* cannot be read/,
    );
  });

  it('says in one line that the store does not answer', async () => {
    const uri = `mongodb://127.0.0.1:${await freePort()}/nothing?serverSelectionTimeoutMS=300`;
    const { code, err, out } = await run([file, '--map', MAP], { MONGODB_URI: uri });
    expect([code, out]).to.deep.equal([1, '']);
    expect(err.trim().split('\n')).to.have.lengthOf(1);
    expect(err).to.match(/MongoDB|store/i);
  });

  it('stops cleanly when interrupted, and continues when it is run again', async () => {
    writeFileSync(file, [...peopleSheet(2000)].join(''));
    const first = await run([file, '--map', MAP], {}, (child) => child.kill('SIGINT'));
    expect(first.code).to.equal(130);
    expect(first.out).to.contain('Stopped as asked; run it again to go on.');
    const taken = await count();
    expect(taken).to.be.below(1900);
    const second = await run([file, '--map', MAP]);
    expect(second.out).to.contain(`${1900 - taken} became drafts with an invitation.`);
    expect(await count()).to.equal(1900);
  });
});
