import { expect } from 'chai';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { makeSheet } from '../support/referrals.js';
import { openSite, type Site } from '../support/site.js';
import { violationsOn } from '../support/violations.js';

const views: Record<string, BrowserContextOptions> = {
  desktop: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  dark: { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
};
const form = '/referrals/new?state=NJ&payer=aetna';

/** The pages for physicians, with the real demonstration, in Debian's chromium. */
describe('referral sheets in a browser', () => {
  let site: Site;
  let browser: Browser;
  /** The therapists that the form finds, in its order. */
  let found: string[];
  before(async () => {
    site = await openSite({ settings: { DEMO: '1' } });
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu'],
    });
    const page = await site.get(form);
    found = page
      .$('.found [name=pick]')
      .toArray()
      .map((box) => page.$(box).attr('value')!);
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
  const make = (pick: readonly string[]) => makeSheet(site, pick, { payer: 'aetna' });
  const pagesOnPaper = (path: string) =>
    open(path, {}, async (page) => {
      const pdf = (await page.pdf({ format: 'Letter' })).toString('latin1');
      return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    });

  it('are accessible, log nothing and are no wider than the screen', async () => {
    const { sheet, end, made } = await make(found.slice(0, 3));
    const away = await make(found.slice(3, 5));
    const record = (await site.store.therapists.getBySlug(found[3]!))!;
    const paused = await site.store.therapists.update({ ...record, status: 'paused' });
    const paths = [
      '/referrals',
      form,
      `${form}&pick=${found[0]}&pick=nobody`,
      sheet,
      away.sheet,
      end,
      made,
      '/r/none',
    ];
    for (const [view, options] of Object.entries(views))
      for (const path of paths)
        await open(path, options, async (page) => {
          const said: string[] = [];
          page.on('console', (message) => {
            if (!/status of 404/.test(message.text())) said.push(message.text());
          });
          await page.reload();
          const violations = await violationsOn(page);
          const sideways = await page.evaluate('document.documentElement.scrollWidth > innerWidth + 1');
          expect({ view, path, violations, said, sideways }).to.deep.equal({
            view,
            path,
            violations: [],
            said: [],
            sideways: false,
          });
        });
    await site.store.therapists.update({ ...paused, status: 'listed' });
  });

  it('print up to three therapists on one sheet of paper, up to six on two', async () => {
    for (let at = 0; at + 3 <= found.length; at += 3)
      expect(await pagesOnPaper((await make(found.slice(at, at + 3))).sheet), `from ${found[at]}`).to.equal(
        1,
      );
    expect(await pagesOnPaper((await make(found.slice(0, 6))).sheet)).to.be.at.most(2);
  });

  it('can be made by keyboard alone, with Enter in the practice', async () => {
    await open(form, {}, async (page) => {
      await page.focus(`[name=pick][value="${found[0]}"]`);
      await page.keyboard.press('Space');
      await page.focus('[name=practice]');
      await page.keyboard.type('Hudson Family Medicine');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.type('201-555-0100');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/made\//);
      expect(await page.textContent('h1')).to.equal('The sheet is made');
    });
  });

  it('search on Enter in the words, and keep what is typed and ticked', async () => {
    await open(form, {}, async (page) => {
      await page.fill('[name=practice]', 'Hudson');
      await page.check(`[name=pick][value="${found[1]}"]`);
      await page.focus('[name=q]');
      await page.keyboard.press('Enter');
      await page.waitForURL(/practice=Hudson/);
      expect(await page.inputValue('[name=practice]')).to.equal('Hudson');
      expect(await page.$$(`input[type=hidden][name=pick][value="${found[1]}"]`)).to.have.lengthOf(1);
    });
  });

  it('remember the practice in this browser only while that is ticked', async () => {
    await open(form, {}, async (page) => {
      await page.fill('[name=practice]', 'Hudson Family Medicine');
      await page.fill('[name=phone]', '201-555-0100');
      await page.check(`[name=pick][value="${found[0]}"]`);
      await page.click('[data-make]');
      await page.waitForURL(/\/made\//);
      await page.goto(site.origin + form);
      expect(await page.inputValue('[name=practice]')).to.equal('');
      expect(await page.evaluate('localStorage.length')).to.equal(0);
      await page.fill('[name=practice]', 'Hudson Family Medicine');
      await page.check('[data-remember-tick]');
      await page.goto(site.origin + form);
      expect(await page.inputValue('[name=practice]')).to.equal('Hudson Family Medicine');
      await page.uncheck('[data-remember-tick]');
      await page.reload();
      expect(await page.inputValue('[name=practice]')).to.equal('');
      expect(await page.evaluate('localStorage.length')).to.equal(0);
    });
  });

  it('show a QR code with enough contrast in dark mode, and load nothing foreign', async () => {
    const { sheet } = await make(found.slice(0, 1));
    await open(sheet, { colorScheme: 'dark' }, async (page) => {
      const fills = await page.$$eval('.code rect, .code path', (parts) =>
        parts.map((part) => part.getAttribute('fill')),
      );
      expect(fills).to.deep.equal(['#fff', '#000']);
      const addresses = await page.$$eval('main a[target], main img, main iframe', (parts) => parts.length);
      expect(addresses).to.equal(0);
    });
  });
});
