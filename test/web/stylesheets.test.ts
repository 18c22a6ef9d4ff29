import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { readStylesheets } from '../../src/web/stylesheets.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';

const STYLES = 'views/assets/styles';
const sheet = (name: string): string => readStylesheets(STYLES).get(name)!.toString();

describe('the stylesheets', () => {
  it('keep the rules of reviewers and of forms for therapists out of public pages', () => {
    for (const rule of ['.review-panel', '.stages', '.account']) {
      expect(sheet('site.css')).to.not.contain(rule);
      expect(sheet('signed-in.css')).to.contain(rule);
    }
  });

  it('carry no comments and no indentation', () => {
    for (const name of ['site.css', 'signed-in.css']) expect(sheet(name)).to.not.match(/\/\*|\n\s/);
  });

  it('use only custom properties that exist', () => {
    const all = sheet('site.css') + sheet('signed-in.css');
    const defined = new Set([...all.matchAll(/(--[\w-]+):/g)].map((match) => match[1]));
    const used = [...all.matchAll(/var\((--[\w-]+)\)/g)].map((match) => match[1]);
    expect(used.length).to.be.greaterThan(100);
    expect(used.filter((name) => !defined.has(name))).to.deep.equal([]);
  });

  it('take spaces and type sizes from their scales', () => {
    const apart =
      /(?:^|[;{\n])(?:(?:margin|padding)[\w-]*|gap|font-size):(?![^;}]*(?:clamp|calc)\()[^;}]*\d(?:\.\d+)?rem/g;
    expect((sheet('site.css') + sheet('signed-in.css')).replace(/: /g, ':').match(apart) ?? []).to.deep.equal(
      [],
    );
  });

  describe('in a folder of their own', () => {
    let folder: string;
    beforeEach(async () => {
      folder = join(await temporaryFolder(), 'styles');
      cpSync(STYLES, folder, { recursive: true });
    });
    afterEach(() => removeFolder(join(folder, '..')));

    it('refuse a file that no stylesheet includes', () => {
      writeFileSync(join(folder, 'forgotten.css'), '');
      expect(() => readStylesheets(folder)).to.throw('forgotten.css');
    });

    it('refuse to start without one of their files', () => {
      rmSync(join(folder, readdirSync(folder)[0]!));
      expect(() => readStylesheets(folder)).to.throw('ENOENT');
    });
  });
});
