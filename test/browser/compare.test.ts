import { expect } from 'chai';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { addDays } from '../../src/domain/calendar.js';
import { openSite, type Site } from '../support/site.js';
import { aTherapist, type TherapistWish, TODAY } from '../support/therapist-builder.js';
import { until } from '../support/until.js';

const long = 'We stay with it, slowly, and I say what I see. ';
const kinds = ['commercial', 'marketplace', 'medicare-advantage', 'medicaid'] as const;

/** A therapist whose texts are as long as allowed. */
const wordy = (slug: string, number: number): TherapistWish => ({
  slug,
  confirmedDaysAgo: 95 + number,
  published: {
    name: `Maximiliana-Alexandra Featherstonehaugh ${number}`,
    credentials: 'PhD, LMHC, LPC, LCPC, NCC',
    authority: (['NJ', 'FL', 'NY', 'PA', 'CT', 'DE', 'MD'] as const).flatMap((state) => [
      { state, basis: 'license', type: `LPC ${number}`, number: `1-${state}`, expiresOn: addDays(TODAY, 90) },
    ]),
    offices: [{ city: 'Newark', state: 'NJ', zip: '07102' }],
    coverage: kinds.flatMap((line, index) => [
      { state: 'NJ', payer: 'aetna', line, covers: index % 2 ? 'ask' : 'preparation-and-integration' },
      { state: 'NJ', payer: 'horizon-bcbsnj', line, covers: 'dosing-session-too' },
    ]),
    fees: { hourly: 250 + number, packagePerSession: 900, slidingScale: true, superbill: true, hsaFsa: true },
    presence: ['room', 'video', 'phone'],
    dosePlaces: ['home', 'therapist-office', 'medical-clinic'],
    training: Array.from({ length: 12 }, (_, index) => ({
      program: index % 2 ? 'maps' : 'apprenticeship',
      award: `Certificate in the practice of ketamine-assisted psychotherapy for groups and individuals, part ${index}`,
      year: 2010 + index,
      hours: 150 + number,
      kind: 'supervised-practice',
      mentor: 'Dr. Philippa Zarnowski-Featherstonehaugh, PhD, of the Institute for Everything',
    })),
    difficultMaterial: {
      intenseEmotion: `${number}. ${long.repeat(14)}`,
      somaticRelease: long.repeat(14),
      flashbacks: 'a'.repeat(700),
    },
    coordination: { withPrescriber: true, how: `${number}. ${long.repeat(14)}` },
  },
});

describe('shortlist and comparison in a browser', () => {
  let demo: Site;
  let real: Site;
  let browser: Browser;
  before(async () => {
    demo = await openSite({ settings: { DEMO: '1' } });
    real = await openSite({
      therapists: ['w-1', 'w-2', 'w-3', 'w-4'].map((slug, index) => aTherapist(wordy(slug, index))),
      settings: { PUBLIC_URL: 'https://directory.example' },
    });
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu'],
    });
  });
  after(async () => {
    await browser?.close();
    await demo?.close();
    await real?.close();
  });

  async function open<T>(
    url: string,
    options: BrowserContextOptions,
    use: (page: Page) => Promise<T>,
  ): Promise<T> {
    const context = await browser.newContext(options);
    try {
      const page = await context.newPage();
      await page.goto(url);
      return await use(page);
    } finally {
      await context.close();
    }
  }
  /** By key: a page that still scrolls to its anchor would move away under the mouse. */
  async function follow(page: Page, link: string, to: RegExp): Promise<void> {
    await page.locator(link).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(to);
  }
  const picksOf = (page: Page) => new URL(page.url()).searchParams.getAll('pick');
  const add = (page: Page, nth: number) => page.locator('.card').nth(nth).locator('.pick a').click();

  it('lead from a search to a comparison without scripts', async () => {
    await open(`${demo.origin}/therapists?state=NJ`, { javaScriptEnabled: false }, async (page) => {
      await follow(page, '.card >> nth=0 >> .pick a', /pick=/);
      await follow(page, '.card >> nth=2 >> .pick a', /pick=.*pick=/);
      await follow(page, '.shortlist .button >> nth=0', /\/compare/);
      expect(await page.locator('thead th[scope=col]').count()).to.equal(2);
      expect(await page.textContent('table')).to.contain('May treat in New Jersey');
      await follow(page, '.switch a', /differences=1/);
      await follow(page, 'thead .remove >> nth=0', /compare\?(?!.*pick=.*pick=)/);
      expect(picksOf(page)).to.have.lengthOf(1);
    });
  });

  it('restore the list in the same browser until it is cleared', async () => {
    await open(`${demo.origin}/therapists?state=NJ`, {}, async (page) => {
      await add(page, 1);
      await page.waitForURL(/pick=/);
      const [slug] = picksOf(page);
      await page.goto(`${demo.origin}/therapists?state=FL`);
      await page.waitForURL(/pick=/);
      expect(page.url()).to.contain('state=FL');
      expect(picksOf(page)).to.deep.equal([slug]);
      await page.goto(`${demo.origin}/compare`);
      await page.waitForURL(/pick=/);
      await page.click('a[data-pick]:has-text("Clear")');
      await page.waitForURL(/compare$/);
      expect(await page.evaluate('localStorage.length')).to.equal(0);
      await page.goto(`${demo.origin}/therapists`);
      expect(await page.locator('.shortlist').count()).to.equal(0);
    });
  });

  it('show the list of a shared link without replacing the own one', async () => {
    await open(`${demo.origin}/therapists?state=NJ`, {}, async (page) => {
      await add(page, 0);
      await page.waitForURL(/pick=/);
      const own = picksOf(page);
      await page.goto(`${demo.origin}/therapists?pick=somebody-else`);
      expect(picksOf(page)).to.deep.equal(['somebody-else']);
      await page.goto(`${demo.origin}/therapists`);
      await page.waitForURL(/pick=/);
      expect(picksOf(page)).to.deep.equal(own);
    });
  });

  it('say once who is no longer listed, and then keep only the others', async () => {
    await open(`${demo.origin}/therapists?state=NJ`, {}, async (page) => {
      await add(page, 0);
      await page.waitForURL(/pick=/);
      const own = picksOf(page);
      await page.evaluate(
        `localStorage.setItem('shortlist', ${JSON.stringify(JSON.stringify([...own, 'has-left']))})`,
      );
      await page.goto(`${demo.origin}/therapists`);
      await page.waitForURL(/pick=/);
      expect(await page.locator('.note').textContent()).to.contain('has-left');
      await page.goto(`${demo.origin}/therapists`);
      await page.waitForURL(/pick=/);
      expect(picksOf(page)).to.deep.equal(own);
      await page.evaluate(`localStorage.setItem('shortlist', '["has-left"]')`);
      await page.goto(`${demo.origin}/compare`);
      await page.waitForURL(/pick=has-left/);
      await page.goto(`${demo.origin}/compare`);
      expect(await page.locator('.note').count()).to.equal(0);
    });
  });

  it('ignore invalid values in the storage', async () => {
    for (const junk of ['{', '"x"', '[1,null,"A B","../x"]', '{"length":3}'])
      await open(`${demo.origin}/privacy`, {}, async (page) => {
        const failed: string[] = [];
        page.on('pageerror', (error) => failed.push(String(error)));
        await page.evaluate(`localStorage.setItem('shortlist', ${JSON.stringify(junk)})`);
        await page.goto(`${demo.origin}/therapists`);
        expect(await page.locator('.shortlist').count(), junk).to.equal(0);
        expect(failed, junk).to.deep.equal([]);
      });
  });

  it('scroll the comparison inside its own region on a phone, also by keyboard', async () => {
    const picks = 'pick=w-1&pick=w-2&pick=w-3&pick=w-4';
    await open(
      `${real.origin}/compare?state=NJ&${picks}`,
      { viewport: { width: 390, height: 844 } },
      async (page) => {
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).to.equal(true);
        await page.focus('.table-wrap');
        await page.keyboard.press('ArrowRight');
        await until(() => page.evaluate("document.querySelector('.table-wrap').scrollLeft > 0"));
      },
    );
  });

  it('print the comparison on one landscape sheet, however long the texts are', async () => {
    const results = await demo.get('/therapists?state=NJ');
    const links = results.$('.card h2 a').toArray().slice(0, 4);
    const shown = links.map((link) => results.$(link).attr('href')!.split('/').at(-1));
    const urls = [
      `${demo.origin}/compare?state=NJ&payer=aetna&${shown.map((slug) => `pick=${slug}`).join('&')}`,
      `${real.origin}/compare?pick=w-1&pick=w-2&pick=w-3&pick=w-4`,
      `${real.origin}/compare?state=NJ&payer=aetna&payer=horizon-bcbsnj&pick=w-1&pick=w-2&pick=w-3&pick=w-4`,
    ];
    for (const url of urls)
      await open(url, {}, async (page) => {
        const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
        expect(pdf.match(/\/Type\s*\/Page\b/g), url).to.have.lengthOf(1);
        expect(pdf, url).to.match(/\/MediaBox\s*\[0 0 792 612\]/);
      });
  });

  it('contain data for search engines that the content policy does not block', async () => {
    await open(`${real.origin}/privacy`, {}, async (page) => {
      const said: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      await page.goto(`${real.origin}/therapists/w-1`);
      const data = await page.evaluate(
        `JSON.parse(document.querySelector('script[type="application/ld+json"]').textContent)['@type']`,
      );
      expect({ data, said }).to.deep.equal({ data: 'ProfilePage', said: [] });
    });
  });
});
