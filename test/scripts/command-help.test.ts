import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect } from 'chai';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';

const commands = {
  seed: 'seed',
  reviewer: 'reviewer',
  'import:csv': 'import-csv',
  doctor: 'doctor',
  backup: 'backup',
  export: 'export',
  import: 'import',
  'meili-keys': 'meili-keys',
  reindex: 'reindex',
};

describe('a command', function () {
  // Processes of their own, on a machine that may be busy.
  this.timeout(60_000);

  let folder: string;
  beforeEach(async () => {
    folder = await temporaryFolder();
  });
  afterEach(() => removeFolder(folder));

  /** With settings under which reindex would set to work. */
  function run(script: string, ...args: string[]) {
    const env = {
      PATH: process.env.PATH,
      DATA_DIR: folder,
      MEILI_HOST: 'http://127.0.0.1:1',
      MEILI_API_KEY: 'k',
    };
    return new Promise<{ code: number; out: string; err: string }>((done) => {
      execFile(
        process.execPath,
        [resolve(`dist/scripts/${script}.js`), ...args],
        { env, cwd: folder },
        (error, out, err) => done({ code: error ? Number(error.code) : 0, out, err }),
      );
    });
  }

  for (const [name, script] of Object.entries(commands))
    it(`${name} says with --help how it is used, and does nothing`, async () => {
      const { code, out, err } = await run(script, '--help');
      expect({ code, err }).to.deep.equal({ code: 0, err: '' });
      expect(out).to.contain(`npm run ${name}`);
      expect(readdirSync(folder)).to.deep.equal([]);
    });

  for (const script of ['doctor', 'reindex', 'export', 'import'])
    it(`${script} does nothing when it is given an option it does not know`, async () => {
      const { code, err } = await run(script, '--frce');
      expect(code).to.equal(1);
      expect(err).to.match(new RegExp(`^Unknown option '--frce'\n\nnpm run ${script}`));
      expect(readdirSync(folder)).to.deep.equal([]);
    });

  for (const script of ['doctor', 'reindex'])
    it(`${script} does nothing when something is named that it does not take`, async () => {
      const { code, err } = await run(script, 'all');
      expect(code).to.equal(1);
      expect(err).to.match(new RegExp(`^npm run ${script}\n`));
    });
});
