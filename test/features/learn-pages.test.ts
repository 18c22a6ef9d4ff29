import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { load } from 'cheerio';
import Handlebars from 'handlebars';
import { learnPages, trustPages } from '../../src/directory/learn-pages.js';

const views = new URL('../../../views/', import.meta.url);
const pages = [...learnPages, ...trustPages];
const ownPaths = [
  '/',
  '/therapists',
  '/checklist',
  ...learnPages.map(({ slug }) => (slug === '' ? '/learn' : `/learn/${slug}`)),
  ...trustPages.map(({ path }) => path),
];

function page(view: string) {
  const template = readFileSync(new URL(`${view}.hbs`, views), 'utf8');
  return load(Handlebars.compile(template, { strict: true })({}), null, false);
}

describe('pages of plain words', () => {
  for (const { view, description } of pages) {
    describe(view, () => {
      const $ = page(view);

      it('is one article with one main heading', () => {
        expect(
          $.root()
            .children()
            .toArray()
            .map((node) => node.tagName),
        ).to.deep.equal(['article']);
        expect($('h1')).to.have.length(1);
      });

      it('links only to pages of this site', () => {
        const targets = $('a')
          .toArray()
          .map((link) => $(link).attr('href'));
        expect(ownPaths).to.include.members(targets);
      });

      it('carries nothing the content policy would block or a stranger would serve', () => {
        expect($('[style], style, script, img, iframe, link')).to.have.length(0);
      });

      it('has a description short enough for a search result', () => {
        expect(description.length).to.be.within(50, 155);
      });
    });
  }

  for (const { view } of learnPages) {
    it(`${view} says that compounded ketamine is not FDA-approved`, () => {
      expect(page(view)('article').text()).to.match(/[Cc]ompounded\s+ketamine[^.]*not FDA-approved/);
    });
  }

  it('names each view and address once', () => {
    expect(new Set(pages.map(({ view }) => view)).size).to.equal(pages.length);
    expect(new Set(ownPaths).size).to.equal(ownPaths.length);
  });
});
