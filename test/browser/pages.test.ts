import { expect } from 'chai';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { openSite, type Site } from '../support/site.js';
import { violationsOn } from '../support/violations.js';

const views: Record<string, BrowserContextOptions> = {
  desktop: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  dark: { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
};

const paths = [
  '/',
  '/therapists',
  '/therapists?state=FL&payer=aetna&accepting=1',
  '/therapists?state=WY&max_fee=150&q=zzzz',
  '/checklist',
  '/learn',
  '/learn/what-is-kap',
  '/learn/cost-and-insurance',
  '/learn/who-it-suits',
  '/learn/your-own-therapist',
  '/learn/your-own-therapist/letter',
  '/learn/coordination-card',
  '/learn/five-questions',
  '/how-we-vet',
  '/privacy',
  '/api/docs',
  '/sign-in',
  '/sign-in/sent',
  '/sign-in/no-such-link',
  '/join',
  '/no-such-page',
];

/** The real demonstration in Debian's chromium. */
describe('pages in a browser', () => {
  let site: Site;
  let browser: Browser;
  let profile: string;
  let shortlisted: string[];
  before(async () => {
    site = await openSite({ settings: { DEMO: '1' } });
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu'],
    });
    const results = await site.get('/therapists?state=NJ');
    const cards = results.$('.card h2 a').toArray();
    const hrefs = cards.map((link) => results.$(link).attr('href')!);
    profile = hrefs[0]!;
    const picks = hrefs.slice(0, 5).map((href) => `pick=${href.split('/').at(-1)}`);
    shortlisted = [
      '/compare',
      `/compare?${picks[0]}`,
      `/compare?state=NJ&payer=aetna&${picks.join('&')}`,
      `/therapists?state=NJ&pick=nobody&${picks.join('&')}`,
      `${profile}?state=NJ&${picks.join('&')}`,
    ];
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  async function open<T>(
    path: string,
    options: BrowserContextOptions,
    use: (page: Page) => Promise<T>,
  ): Promise<T> {
    const context = await browser.newContext(options);
    try {
      const page = await context.newPage();
      await page.goto(site.origin + path);
      return await use(page);
    } finally {
      await context.close();
    }
  }

  for (const [view, options] of Object.entries(views))
    it(`are accessible, log nothing and load nothing foreign on a ${view} screen`, async () => {
      for (const path of [...paths, profile, `${profile}/checklist`, ...shortlisted]) {
        const context = await browser.newContext(options);
        const page = await context.newPage();
        const said: string[] = [];
        const foreign: string[] = [];
        page.on('console', (message) => {
          if (!/status of 404/.test(message.text())) said.push(message.text());
        });
        page.on('pageerror', (error) => said.push(String(error)));
        page.on('request', (request) => {
          if (!request.url().startsWith(site.origin)) foreign.push(request.url());
        });
        await page.goto(site.origin + path);
        const violations = await violationsOn(page);
        const sideways = await page.evaluate('document.documentElement.scrollWidth > innerWidth + 1');
        await context.close();
        expect({ path, violations, said, foreign, sideways }).to.deep.equal({
          path,
          violations: [],
          said: [],
          foreign: [],
          sideways: false,
        });
      }
    });

  it('allow finding a therapist by keyboard alone', async () => {
    await open('/', {}, async (page) => {
      await page.focus('#state');
      await page.keyboard.type('New Jersey');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Aetna');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.waitForURL(/state=NJ&payer=aetna/);
      expect(await page.textContent('h1')).to.contain('New Jersey');
      await page.focus('.card h2 a');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/therapists\/[a-z]/);
    });
  });

  it('keep ticks and notes in this browser until they are cleared', async () => {
    await open('/checklist', {}, async (page) => {
      await page.check('[data-tick=training-asked]');
      await page.fill('#note-scope', 'video only\nask again');
      await page.reload();
      expect(await page.isChecked('[data-tick=training-asked]')).to.equal(true);
      expect(await page.inputValue('#note-scope')).to.equal('video only\nask again');
      await page.goto(`${site.origin}${profile}/checklist`);
      expect(await page.isChecked('[data-tick=training-asked]')).to.equal(false);
      await page.goto(`${site.origin}/checklist`);
      await page.click('[data-clear]');
      await page.reload();
      expect(await page.isChecked('[data-tick=training-asked]')).to.equal(false);
      expect(await page.evaluate('localStorage.length')).to.equal(0);
    });
  });

  it('search, filter and page without scripts', async () => {
    await open(
      '/therapists?state=FL',
      { javaScriptEnabled: false, viewport: { width: 390, height: 844 } },
      async (page) => {
        expect(await page.isVisible('#filters')).to.equal(false);
        await page.click('.reveal-label');
        await page.check('input[name=scope][value=in-session]');
        await page.click('.apply button');
        await page.waitForURL(/scope=in-session/);
        expect(page.url()).to.contain('state=FL');
        await page.click('.pager a[rel=next]');
        await page.waitForURL(/page=2/);
        expect(page.url()).to.contain('page=2').and.to.contain('scope=in-session');
      },
    );
  });

  it('print the checklist on at most two sheets and the letter and the card on one', async () => {
    const sheets = async (path: string) =>
      open(path, {}, async (page) => {
        const pdf = (await page.pdf({ format: 'Letter' })).toString('latin1');
        return pdf.match(/\/Type\s*\/Page\b/g)?.length;
      });
    expect(await sheets('/learn/your-own-therapist/letter')).to.equal(1);
    expect(await sheets('/learn/coordination-card')).to.equal(1);
    expect(await sheets('/checklist')).to.equal(1);
    expect(await sheets(`${profile}/checklist`)).to.be.at.most(2);
  });
});
