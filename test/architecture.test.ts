import { expect } from 'chai';
import { circle, type SourceFile, sourceFile, sourceFiles } from './support/source-files.js';

/** Kinds of file by their path; `engine` is a folder inside a port's folder. */
const domain = /^src\/domain\//;
const storagePort = /^src\/storage\/[^/]+\.ts$/;
const searchPort = /^src\/search\/[^/]+\.ts$/;
const engine = /^src\/((storage|search|mail)\/[^/]+|vetting\/nppes)\//;
const web = /^src\/web\//;
const feature = /^src\/(account|reports|accuracy|directory|referral|practice|vetting|api)\//;
const emails = /^src\/emails\//;
const wording = /^src\/wording\//;
const jobs = /^src\/(jobs|demo)\//;
const ports = /^src\/(storage|search|mail)\/[^/]+\.ts$/;
const any = /^src\//;
const packages = /^[^.]*$/;

/** One direction: files of this kind import these and nothing else (`but`), or anything except these (`never`). */
interface Direction {
  title: string;
  files: RegExp;
  except?: RegExp;
  but?: RegExp[];
  never?: RegExp[];
  /** A made-up file that breaks the rule: it must be caught. */
  offender: [path: string, source: string];
}

const directions: Direction[] = [
  {
    title: 'the domain imports the domain, zod and the tables that are built in',
    files: domain,
    but: [domain, /^(zod|zipcodes|node)$/],
    offender: ['src/domain/a.ts', `import { Conflict } from '../storage/store.js';`],
  },
  {
    title: 'the domain uses no module of Node except for its own tables',
    files: domain,
    except: /^src\/domain\/reference\/zip-codes\.ts$/,
    never: [/^node$/],
    offender: ['src/domain/a.ts', `import { readFileSync } from 'node:fs';`],
  },
  {
    title: 'the storage port imports itself and the domain',
    files: storagePort,
    but: [storagePort, domain],
    offender: ['src/storage/a.ts', `export { open } from './embedded/open.js';`],
  },
  {
    title: 'the search port imports itself, the domain and zod',
    files: searchPort,
    but: [searchPort, domain, /^zod$/],
    offender: ['src/search/a.ts', `import type { Store } from '../storage/store.js';`],
  },
  {
    title: 'the embedded store imports itself, its port, the domain and libsql',
    files: /^src\/storage\/embedded\//,
    but: [/^src\/storage\/embedded\//, storagePort, domain, /^(libsql|node)$/],
    offender: ['src/storage/embedded/a.ts', `import { page } from '../../web/answer.js';`],
  },
  {
    title: 'the embedded index imports itself, its port and the domain',
    files: /^src\/search\/embedded\//,
    but: [/^src\/search\/embedded\//, searchPort, domain],
    offender: ['src/search/embedded/a.ts', `import { open } from '../../storage/embedded/open.js';`],
  },
  {
    title: 'the mail port imports itself and the domain, and uses no file and no network',
    files: /^src\/mail\/[^/]+\.ts$/,
    but: [/^src\/mail\/[^/]+\.ts$/, domain, /^node$/],
    offender: ['src/mail/a.ts', `import { openOutbox } from './outbox/open-outbox.js';`],
  },
  {
    title: "the outbox imports itself, its port, the domain and the logger's type",
    files: /^src\/mail\/outbox\//,
    but: [/^src\/mail\/outbox\//, /^src\/mail\/[^/]+\.ts$/, domain, /^(pino|node)$/],
    offender: ['src/mail/outbox/a.ts', `import { createTransport } from 'nodemailer';`],
  },
  {
    title: 'only the SMTP engine knows nodemailer',
    files: any,
    except: /^src\/mail\/smtp\//,
    never: [/^nodemailer$/],
    offender: ['src/mail/a.ts', `const { createTransport } = await import('nodemailer');`],
  },
  {
    title: 'only the embedded store knows libsql',
    files: any,
    except: /^src\/storage\/embedded\//,
    never: [/^(libsql|better-sqlite3)$/],
    offender: ['src/storage/a.ts', `const { default: Database } = await import('libsql');`],
  },
  {
    title: 'only the MongoDB engine knows mongoose',
    files: any,
    except: /^src\/storage\/mongo\//,
    never: [/^(mongoose|mongodb)$/],
    offender: ['src/storage/embedded/a.ts', `import mongoose from 'mongoose';`],
  },
  {
    title: 'only the Meilisearch engine knows meilisearch',
    files: any,
    except: /^src\/search\/meilisearch\//,
    never: [/^meilisearch$/],
    offender: ['src/search/a.ts', `import type { Meilisearch } from 'meilisearch';`],
  },
  {
    title: 'only the referral PDF knows pdfkit, and only its QR code qrcode',
    files: any,
    except: /^src\/referral\/(pdf\/|qr\.ts$)/,
    never: [/^(pdfkit|qrcode|fontkit)$/],
    offender: ['src/referral/a.ts', `import PDFDocument from 'pdfkit';`],
  },
  {
    title: 'only compose.ts and its folder pick engines',
    files: any,
    except: /^src\/(compose\.ts$|compose\/|(storage|search|mail)\/[^/]+\/|vetting\/nppes\/)/,
    never: [engine],
    offender: [
      'src/jobs/a.ts',
      `import { createEmbeddedIndex } from '../search/embedded/embedded-index.js';`,
    ],
  },
  {
    title: 'features import the web side, the wording, emails, ports, the domain and themselves',
    files: feature,
    but: [feature, web, wording, emails, ports, domain, packages],
    offender: ['src/directory/a.ts', `import { readConfig } from '../config.js';`],
  },
  {
    title: 'jobs and the demonstration import ports, emails, the domain and themselves',
    files: jobs,
    but: [jobs, ports, emails, domain, packages],
    offender: ['src/jobs/a.ts', `import { page } from '../web/answer.js';`],
  },
  {
    title: 'emails import themselves, the wording and the domain',
    files: emails,
    but: [emails, wording, domain],
    offender: ['src/emails/a.ts', `import { paths } from '../web/paths.js';`],
  },
  {
    title: 'the wording imports itself, the domain, and the types of a search',
    files: wording,
    but: [wording, domain, searchPort],
    offender: ['src/wording/a.ts', `import { paths } from '../web/paths.js';`],
  },
  {
    title: 'the web side imports itself, the wording and the domain, and no feature',
    files: web,
    but: [web, wording, domain, packages],
    offender: ['src/web/a.ts', `import { createDirectory } from '../directory/service.js';`],
  },
  {
    title: 'only the web side and compose.ts know Express and Handlebars',
    files: any,
    except: /^src\/(web\/|compose\.ts$)/,
    never: [/^(express|handlebars|helmet|compression|express-rate-limit)$/],
    offender: ['src/directory/a.ts', `import type { Request } from 'express';`],
  },
  {
    title: 'nothing imports main.ts',
    files: any,
    never: [/^src\/main\.ts$/],
    offender: ['src/web/a.ts', `import '../main.js';`],
  },
  {
    title: 'only main.ts imports compose.ts, and only compose.ts its folder',
    files: any,
    except: /^src\/(main\.ts|compose\.ts|compose\/.*)$/,
    never: [/^src\/compose(\.ts$|\/)/],
    offender: ['src/jobs/a.ts', `import { openStore } from '../compose.js';`],
  },
];

/** Code that may not be written in these files. */
const phrases: {
  title: string;
  files: RegExp;
  except?: RegExp;
  never: RegExp;
  offenders: [string, string][];
}[] = [
  {
    title: 'only config.ts reads the environment',
    files: any,
    except: /^src\/config\.ts$/,
    never:
      /process\s*\.\s*env\b|process\[|\{[^}]*\benv\b[^}]*\}\s*=\s*process|import\s*\{[^}]*\benv\b[^}]*\}\s*from\s*'node:process'/,
    offenders: [
      ['src/web/a.ts', 'const port = process.env.PORT;'],
      ['src/web/a.ts', 'const { env } = process;'],
      ['src/web/a.ts', `import { env } from 'node:process';`],
    ],
  },
  {
    title: 'domain, ports, engines and features are given the time, and do not read the clock',
    files:
      /^src\/(domain|storage|search|mail|account|reports|accuracy|directory|referral|practice|vetting|api|jobs|demo|emails)\//,
    except: /^src\/domain\/calendar\.ts$/,
    never: /\bDate\.now\b|new Date\(\s*\)|new Date\b(?!\s*\()|(?<!new )\bDate\(/,
    offenders: [
      ['src/domain/a.ts', 'export const now = Date.now();'],
      ['src/search/a.ts', 'const today = new Date( );'],
      ['src/storage/embedded/a.ts', 'const today = new Date;'],
      ['src/directory/a.ts', 'const today = Date();'],
    ],
  },
  {
    title: 'domain, search and features use no random numbers: ids and keys are passed in',
    files: /^src\/(domain|search|mail|account|reports|accuracy|directory|referral|practice|vetting|api)\//,
    never: /\bMath\.random\b|\brandom(Bytes|UUID|Int)\b/,
    offenders: [['src/directory/a.ts', 'const id = randomUUID();']],
  },
];

/** The imports of `file` that break the direction. */
function strays({ files, except, but, never }: Direction, file: SourceFile): string[] {
  if (!files.test(file.path) || except?.test(file.path)) return [];
  const bad = (target: string) =>
    (but !== undefined && !but.some((kind) => kind.test(target))) || never?.some((kind) => kind.test(target));
  return file.imports.filter(bad).map((target) => `${file.path} imports ${target}`);
}

function breaks(rule: (typeof phrases)[number], { path, code }: SourceFile): boolean {
  return rule.files.test(path) && !rule.except?.test(path) && rule.never.test(code);
}

/** The feature a file belongs to. */
const featureOf = (path: string) => feature.exec(path)?.[1];

function foreignFeatures(file: SourceFile): string[] {
  const own = featureOf(file.path);
  return own === undefined
    ? []
    : file.imports.filter((target) => ![undefined, own].includes(featureOf(target)));
}

describe('the directions of imports', () => {
  const files = sourceFiles('src');

  it('come from real files', () => {
    const app = files.find(({ path }) => path === 'src/web/app.ts');
    expect(app?.imports).to.include.members(['express', 'src/web/mount.ts']);
    for (const { path, imports } of files)
      for (const target of imports.filter((name) => name.startsWith('src/') && name.endsWith('.ts')))
        expect(
          files.some((file) => file.path === target),
          `${path} → ${target}`,
        ).to.equal(true);
  });

  for (const rule of directions) {
    it(`hold in every file: ${rule.title}`, () => {
      expect(files.flatMap((file) => strays(rule, file))).to.deep.equal([]);
    });
    it(`catch a violation: ${rule.title}`, () => {
      expect(strays(rule, sourceFile(...rule.offender))).to.have.lengthOf(1);
    });
  }

  it('include no import of one feature by another', () => {
    expect(files.flatMap(foreignFeatures)).to.deep.equal([]);
    const offender = sourceFile('src/referral/a.ts', `import { card } from '../directory/pages/card.js';`);
    expect(foreignFeatures(offender)).to.deep.equal(['src/directory/pages/card.ts']);
  });

  it('include no circle', () => {
    expect(circle(files)).to.equal(null);
    const offenders = ['b', 'c', 'a'].map((next, index) =>
      sourceFile(`src/web/${'abc'[index]}.ts`, `import { x } from './${next}.js';`),
    );
    expect(circle(offenders)).to.deep.equal(['src/web/a.ts', 'src/web/b.ts', 'src/web/c.ts', 'src/web/a.ts']);
  });
});

describe('the rules for globals', () => {
  const files = sourceFiles('src');
  for (const rule of phrases) {
    it(`hold in every file: ${rule.title}`, () => {
      expect(files.filter((file) => breaks(rule, file)).map(({ path }) => path)).to.deep.equal([]);
    });
    it(`catch a violation: ${rule.title}`, () => {
      for (const offender of rule.offenders)
        expect(breaks(rule, sourceFile(...offender)), offender[1]).to.equal(true);
    });
  }
});

describe('the reader of imports', () => {
  it('sees every way to import, and nothing in comments', () => {
    const source = `
      import a, { type B } from './a.js';
      import '../b.js';
      export * from "./c.js";
      export type { D } from './deep/d.js';
      const e = await import('./e.js');
      type F = import('./f.js').F;
      const g = require('@scope/g/part');
      // import './no.js';
      /* import './no.js'; */
      const url = 'https://example.com/from';`;
    expect(sourceFile('src/web/x.ts', source).imports).to.deep.equal([
      'src/web/a.ts',
      'src/b.ts',
      'src/web/c.ts',
      'src/web/deep/d.ts',
      'src/web/e.ts',
      'src/web/f.ts',
      '@scope/g',
    ]);
  });
});
