import { expect } from 'chai';
import { load } from 'cheerio';
import { learnPages, trustPages } from '../../src/directory/learn-pages.js';
import { compileViews } from '../../src/web/views.js';

const views = compileViews('views');
const pages = [...learnPages, ...trustPages];
const ownPaths = [
  '/',
  '/therapists',
  '/checklist',
  '/accuracy',
  ...learnPages.map(({ slug }) => (slug === '' ? '/learn' : `/learn/${slug}`)),
  ...trustPages.map(({ path }) => path),
];

function page(view: string) {
  const { model = {} } = pages.find((one) => one.view === view)!;
  return load(views.render(view, model), null, false);
}

describe('the learn pages', () => {
  for (const { view, description } of pages) {
    describe(view, () => {
      const $ = page(view);

      it('are each one article with one main heading', () => {
        expect(
          $.root()
            .children()
            .toArray()
            .map((node) => node.tagName),
        ).to.deep.equal(['article']);
        expect($('h1')).to.have.length(1);
      });

      it('link only to pages of this site', () => {
        const targets = $('a')
          .toArray()
          .map((link) => $(link).attr('href'));
        expect(ownPaths).to.include.members(targets.map((target) => target?.replace(/#.*/, '')));
      });

      it('load nothing that the content policy blocks, and nothing from other sites', () => {
        expect($('[style], style, script, img, iframe, link')).to.have.length(0);
      });

      it('have a description short enough for a search result', () => {
        expect(description.length).to.be.within(50, 155);
      });
    });
  }

  for (const { view } of learnPages) {
    it(`say that compounded ketamine is not FDA-approved: ${view}`, () => {
      expect(page(view)('article').text()).to.match(/[Cc]ompounded\s+ketamine[^.]*not\s+FDA-approved/);
    });
  }

  it('use each view and address once', () => {
    expect(new Set(pages.map(({ view }) => view)).size).to.equal(pages.length);
    expect(new Set(ownPaths).size).to.equal(ownPaths.length);
  });

  describe('the coordination card', () => {
    const $ = page('learn/coordination-card');
    const words = $('article').text().replace(/\s+/g, ' ');

    it('has lines for both practices, consent, the plan, who calls whom, and what is urgent', () => {
      expect(
        $('h2')
          .toArray()
          .map((heading) => $(heading).text()),
      ).to.deep.equal(['Prescriber', 'Therapist', 'Consent', 'Plan', 'Who calls whom', 'When it is urgent']);
      for (const said of [
        'release of information',
        'Before the first dose',
        'After each dose',
        'The same day',
      ])
        expect(words).to.contain(said);
      expect(words).to.match(/Suicidality getting worse.*988.*prescriber by phone the same day/);
      expect(words).to.match(/Blood pressure above before a dose: do not dose/);
      expect(words).to.contain('24 to 72 hours').and.to.contain('call 911 first');
    });

    it('has no line for the identity of the patient, says why, and has no input', () => {
      expect($('input, textarea, select, form')).to.have.length(0);
      const lines = $('.k')
        .toArray()
        .map((label) => $(label).text());
      expect(lines.join()).not.to.match(/patient|initial|birth/i);
      expect(words).to.contain('There is no line for the patient’s name, initials or date of birth');
      expect(words).to.contain('one that is lost tells nothing about anybody');
    });

    it('is linked from the pages that need it', () => {
      for (const view of ['learn/index', 'learn/your-own-therapist', 'learn/letter'])
        expect(page(view)('a[href="/learn/coordination-card"]'), view).to.have.length(1);
    });
  });
});
