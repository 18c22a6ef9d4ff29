import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

/** Joins the pieces of words, so that the rules below do not break themselves: `ol·d` is `old`. */
const joined = (pieces: string): string => pieces.replaceAll('·', '');

/** The words between blanks, and the same as alternatives of a pattern. */
const wordsOf = (pieces: string): string[] => joined(pieces).trim().split(/\s+/);
const anyOf = (pieces: string): string => wordsOf(pieces).join('|');

/** Beginnings of verbs that end in -ize, -izing and -ization here. */
const verbs = anyOf(`
  anonym apolog author capital categor character custom final formal general initial item local maxim memor minim
  modern normal optim organ pagin personal priorit real recogn serial special stabil standard summar synchron util visual
`);

const words = anyOf(`
  lice·nce progra·mme(?!d|r|ss) practi·se colo·ur behavio·ur favo·ur neighbo·ur hono·ur flavo·ur labo·ur
  counsel·l(?:or|ing|ed) cancel·l(?:ed|ing|er) label·led(?!by) label·ling travel·l(?:ed|ing|er) model·l(?:ed|ing)
  analy·s(?:ed|es?\\b|ing) \\bgr·ey\\b \\bcent·res?\\b \\bdefe·nce \\boffe·nce \\bjudge·ment \\bche·que \\bfulf·il\\b
`);

const british = new RegExp(`${words}|(?:${verbs})is(?:e[drs]?|ing|ations?)\\b`, 'i');

/** Names that are gone, as whole words in code. Names of ordinary English words count only where they are declared. */
const oldNames = anyOf(`
  open·Post·Room Post·Room create·Desk loose·Letters? create·Telling create·Turns create·Rounds came·FromUs know·Who
  nothing·Here last·Resort open·ToAll or·Error open·Look close·Look list·Look slot·List Happen·ing Draug·ht held·Listings
  kept·Accuracy
`);
const oldDeclarations = anyOf(`
  up·keep chor·es keep·er ad·mit Man·ner Look·ed si·ft almo·st slo·t hap·pen Begin·ning
`);
const declaring = '(?:const|let|function\\*?|class|interface|type|enum)\\s+';
const oldCode = new RegExp(
  [
    `\\b(?:${oldNames})\\b`,
    `\\b${declaring}(?:${oldDeclarations})\\b`,
    joined('\\binterface To·ols\\b'),
    joined(`\\bexport ${declaring}(?:Fou·nd|Pla·ce|pass·ing)\\b`),
  ].join('|'),
);

/** Files and folders that are gone. */
const oldPaths = new RegExp(
  [
    `/(?:${anyOf('up·keep let·ters')})/`,
    `/(?:${anyOf(`post-ro·om post-de·sk loose-po·st post-lo·g post-pat·ience open-lo·ok close-lo·ok list-lo·ok slot-li·st
      or-er·ror letter-con·text listing-sou·rce chor·es keep·er de·sk`)})\\.`,
    `^src/(?:${anyOf('secret-k·ey erasure-ha·sh id·s clean-clo·se list·en engine-figu·res')})\\.ts$`,
  ].join('|'),
);

/** Where old spellings stay: the old names themselves, frozen files, and what a spreadsheet may say. */
const mayBeOld = [
  /^src\/domain\/old-names\.ts$/,
  /^src\/decisions\/0015-names\.md$/,
  /^test\/(?:compatibility|fixtures)\//,
  /^scripts\/csv\/names\/tables\.ts$/,
];
const isText = /\.(?:ts|mjs|js|hbs|css|md|json|jsonl|csv|txt|svg)$/;

/** Every text file in these folders, by its path from the top of the checkout. */
function textFiles(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && isText.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/')),
  );
}

/** The lines that match, as `file:line: text`. */
function matches(path: string, text: string, pattern: RegExp): string[] {
  return text.split('\n').flatMap((line, index) => {
    const found = pattern.exec(line);
    return found === null ? [] : [`${path}:${index + 1}: ${found[0]}`];
  });
}

/** Removes comments and keeps the lines. */
const withoutComments = (source: string): string =>
  source
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
    .replace(/(^|\s)\/\/.*$/gm, '$1');

const spellings = (path: string, text: string): string[] =>
  mayBeOld.some((pattern) => pattern.test(path)) ? [] : matches(path, text, british);

const names = (path: string, source: string): string[] => matches(path, withoutComments(source), oldCode);

describe('the language of the project', () => {
  const read = (path: string) => readFileSync(path, 'utf8');
  const texts = [
    ...textFiles('src', 'scripts', 'test', 'views', 'seed', 'docs'),
    'README.md',
    'CONTRIBUTING.md',
  ];
  const code = textFiles('src', 'scripts', 'test').filter((path) => path.endsWith('.ts'));

  it('is checked in real files', () => {
    expect(texts).to.include.members(['src/CONTEXT.md', 'views/layouts/page.hbs', 'seed/therapists.jsonl']);
    expect(code).to.include.members(['src/main.ts', 'scripts/seed.ts', 'test/names.test.ts']);
  });

  it('has American spelling', () => {
    expect(texts.flatMap((path) => spellings(path, read(path)))).to.deep.equal([]);
  });

  it('has no old name of a function, type or variable', () => {
    expect(code.flatMap((path) => names(path, read(path)))).to.deep.equal([]);
  });

  it('has no old name of a file or folder', () => {
    expect(code.filter((path) => oldPaths.test(path))).to.deep.equal([]);
  });

  for (const word of wordsOf(`
    lice·nces Progra·mme practi·sed colo·urs Behavio·ur favo·urite neighbo·urs counsel·lor cancel·led label·led organi·se
    recogni·sed normali·sation isCapitali·sed analy·sed
  `))
    it(`does not allow the spelling ${word}`, () => {
      expect(spellings('src/a.ts', `\n// ${word}`)).to.deep.equal([`src/a.ts:2: ${british.exec(word)![0]}`]);
    });

  it('allows words that only resemble British ones', () => {
    for (const word of wordsOf(
      'programmed cancellation aria-labelledby promise otherwise specialist analysis',
    ))
      expect(spellings('src/a.ts', word), word).to.deep.equal([]);
  });

  for (const line of [
    'open·Post·Room()',
    'const a: Draug·ht = b;',
    'function hap·pen() {}',
    'interface To·ols {',
    'type Man·ner = 1;',
    'export interface Fou·nd {',
    'export type Pla·ce = 1;',
    'const keep·er = 1;',
  ].map(joined))
    it(`does not allow the code ${line}`, () => {
      expect(names('src/a.ts', `/* a\n */ ${line}`)).to.have.lengthOf(1);
      expect(names('src/a.ts', `// ${line}`)).to.deep.equal([]);
    });

  for (const path of wordsOf('src/up·keep/job.ts src/jobs/post-ro·om.ts src/vetting/de·sk.ts src/id·s.ts'))
    it(`does not allow the file ${path}`, () => {
      expect(path).to.match(oldPaths);
    });
});
