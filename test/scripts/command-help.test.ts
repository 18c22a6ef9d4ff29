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

describe('commands', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await temporaryFolder();
  });
  afterEach(() => removeFolder(folder));

  /** Runs a command with settings under which reindex would start. */
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
    it(`prints the usage of ${name} with --help, and does nothing else`, async () => {
      const { code, out, err } = await run(script, '--help');
      expect({ code, err }).to.deep.equal({ code: 0, err: '' });
      expect(out).to.contain(`npm run ${name}`);
      expect(readdirSync(folder)).to.deep.equal([]);
    });

  for (const script of ['doctor', 'reindex', 'export', 'import'])
    it(`refuses an unknown option of ${script}`, async () => {
      const { code, err } = await run(script, '--frce');
      expect(code).to.equal(1);
      expect(err).to.match(new RegExp(`^Unknown option '--frce'\n\nnpm run ${script}`));
      expect(readdirSync(folder)).to.deep.equal([]);
    });

  for (const script of ['doctor', 'reindex'])
    it(`refuses an argument of ${script}, which takes none`, async () => {
      const { code, err } = await run(script, 'all');
      expect(code).to.equal(1);
      expect(err).to.match(new RegExp(`^npm run ${script}\n`));
    });
});
