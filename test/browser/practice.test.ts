import { expect } from 'chai';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { confirmMac, confirmPath } from '../../src/practice/confirm-mac.js';
import { ANA, anApplicant } from '../support/own-site.js';
import { openSite, type Site } from '../support/site.js';
import { aTherapist } from '../support/therapist-builder.js';
import { until } from '../support/until.js';
import { violationsOn } from '../support/violations.js';

/** The elements that exceed the screen, when the whole page scrolls sideways. */
const findTooWide = `document.documentElement.scrollWidth <= innerWidth + 1
  ? []
  : [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
      .map((element) => 'too wide: ' + element.outerHTML.slice(0, 80))`;
const focused = `document.activeElement.id || document.activeElement.getAttribute('name') || document.activeElement.className`;

const views: Record<string, BrowserContextOptions> = {
  desktop: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 320, height: 640 } },
  dark: { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
};
const pages = [
  '',
  '/who',
  '/where',
  '/insurance',
  '/answers',
  '/whom',
  '/proof',
  '/check',
  '/preview',
  '/leave',
];
const LIV = 'liv@practice.example';
const SECRET_KEY = 'a key of at least thirty-two characters';

describe('the pages of a therapist in a browser', () => {
  let site: Site;
  let browser: Browser;
  const liv = aTherapist({
    ...{ email: LIV, slug: 'liv', confirmKey: 'confirmkey0001', draftStatus: 'changes-asked' },
    draft: { name: 'Liv Other' },
    questions: [{ field: 'training', question: 'Which cohort was it?', answer: null }],
  });
  before(async () => {
    site = await openSite({ therapists: [anApplicant(), liv], settings: { SECRET_KEY } });
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu'],
    });
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  async function open<T>(
    email: string,
    path: string,
    options: BrowserContextOptions,
    use: (page: Page) => Promise<T>,
  ) {
    const context = await browser.newContext(options);
    const visitor = await site.visitor(email);
    try {
      await context.addCookies(
        [...visitor.cookies].map(([name, value]) => ({ name, value, url: site.origin })),
      );
      const page = await context.newPage();
      await page.goto(site.origin + path);
      return await use(page);
    } finally {
      await context.close();
    }
  }

  async function faults(page: Page): Promise<string[]> {
    const wide = (await page.evaluate(findTooWide)) as string[];
    return [...(await violationsOn(page)), ...wide];
  }

  for (const [view, options] of Object.entries(views))
    for (const email of [ANA, LIV])
      it(`have no fault that axe finds: ${email}, ${view}`, async () => {
        const link = confirmPath(liv, confirmMac(SECRET_KEY))!;
        for (const path of [...pages.map((page) => `/practice${page}`), link, '/goodbye'])
          expect(await open(email, path, options, faults), path).to.deep.equal([]);
      });

  it('work by keyboard alone: errors and added rows get the focus', async () => {
    await open(ANA, '/practice/where', views.desktop!, async (page) => {
      const press = (key: string) => page.keyboard.press(key);
      const send = async (key: string) => {
        await Promise.all([page.waitForNavigation(), press(key)]);
        await until(() => page.evaluate('document.activeElement !== document.body'));
      };
      const tabTo = async (id: string) => {
        for (let steps = 0; steps < 60 && (await page.evaluate(focused)) !== id; steps++) await press('Tab');
        expect(await page.evaluate(focused)).to.equal(id);
        expect(await page.evaluate(`getComputedStyle(document.activeElement).outlineStyle`)).to.equal(
          'solid',
        );
      };
      await tabTo('f-authority-0-state');
      await page.keyboard.type('New J');
      await tabTo('f-authority-0-number');
      await page.keyboard.type('37PC00123400');
      await send('Enter');
      expect(await page.title()).to.match(/^Please look again/);
      expect(await page.evaluate(focused)).to.equal('errors');
      expect(await faults(page)).to.deep.equal([]);
      await press('Tab');
      await press('Enter');
      await until(async () => (await page.evaluate(focused)) === 'f-authority-0-type');
      await page.keyboard.type('LPC');
      await tabTo('f-authority-0-expiresOn');
      await page.keyboard.type('5/31/2027');
      await press('Tab');
      await press('Tab');
      await send('Enter');
      expect(await page.evaluate(focused)).to.equal('f-authority-1-state');
      await tabTo('f-telehealth-0');
      await press('Space');
      await Promise.all([page.waitForNavigation(), press('Enter')]);
      expect(new URL(page.url()).pathname).to.equal('/practice/insurance');
    });
    expect((await site.store.therapists.getByEmail(ANA))?.draft).to.deep.include({
      telehealth: true,
      authority: [
        { state: 'NJ', basis: 'license', type: 'LPC', number: '37PC00123400', expiresOn: '2027-05-31' },
      ],
    });
  });
});
