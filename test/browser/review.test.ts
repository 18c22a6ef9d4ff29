import { expect } from 'chai';
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core';
import { addDays } from '../../src/domain/calendar.js';
import { anApplicant, listableFindings } from '../support/an-applicant.js';
import { registryEntry, registryStandIn } from '../support/registry-stand-in.js';
import { aReviewer } from '../support/reviewers.js';
import { openSite, type Site } from '../support/site.js';
import { aTherapist, at, TODAY } from '../support/therapist-builder.js';
import { violationsOn } from '../support/violations.js';

const RITA = 'rita@review.example';
const NPI = '1234567893';
const views: Record<string, BrowserContextOptions> = {
  laptop: { viewport: { width: 1366, height: 768 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  dark: { viewport: { width: 1366, height: 768 }, colorScheme: 'dark' },
};

const paths = [
  '/review',
  '/review?q=ruiz',
  '/review/applicant1',
  '/review/editing001',
  '/review/listing001',
  '/review/applicant1/decide/ask',
  '/review/applicant1/decide/decline',
  '/review/applicant1/npi',
  '/review/applicant1/history',
  '/review/listing001/correct',
];

describe('the pages of reviewers in a browser', () => {
  let site: Site;
  let browser: Browser;
  let registry: Awaited<ReturnType<typeof registryStandIn>>;
  let cookie: { name: string; value: string };
  beforeEach(async () => {
    registry = await registryStandIn();
    registry.say({ status: 200, body: registryEntry(NPI, { first_name: 'ANA', last_name: 'RUIZ' }) });
    const edit = { about: 'As it was.\nAnd more.' };
    site = await openSite({
      settings: { NPPES_URL: registry.url },
      therapists: [
        anApplicant({
          id: 'applicant1',
          profile: { name: 'Ana Ruiz', npi: NPI },
          claimedBy: RITA,
          findings: listableFindings(RITA),
          evidence: [
            { subject: 'training', link: 'https://papers.example/a-certificate', note: 'Ask for Dr. Lee.' },
          ],
        }),
        anApplicant({ profile: { name: 'Anna Ruiz' }, waitsDays: 20 }),
        aTherapist({
          id: 'editing001',
          published: { about: 'As it was.' },
          draft: edit,
          draftStatus: 'in-review',
          claimedBy: RITA,
          waitingSince: at(addDays(TODAY, -2)),
        }),
        aTherapist({ id: 'listing001' }),
      ],
    });
    const [name, value] = [...(await aReviewer(site)).cookies][0]!;
    cookie = { name, value };
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu'],
    });
  });
  afterEach(async () => {
    await browser?.close();
    await site?.close();
    await registry?.close();
  });

  for (const [view, options] of Object.entries(views))
    it(`are accessible and no wider than the screen: ${view}`, async () => {
      const context = await browser.newContext(options);
      await context.addCookies([{ ...cookie, url: site.origin }]);
      const page = await context.newPage();
      for (const path of paths) {
        await page.goto(site.origin + path);
        const violations = await violationsOn(page);
        const sideways = await page.evaluate('document.documentElement.scrollWidth > innerWidth + 1');
        expect({ path, violations, sideways }).to.deep.equal({ path, violations: [], sideways: false });
      }
    });

  it('work by keyboard alone: Enter saves a finding, and a decision needs a preview', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, ...views.laptop });
    await context.addCookies([{ ...cookie, url: site.origin }]);
    const page = await context.newPage();
    await page.goto(`${site.origin}/review/applicant1`);
    await page.getByRole('group', { name: 'Finding' }).nth(5).getByLabel('Verified').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Certificate seen');
    await page.keyboard.press('Enter');
    await page.waitForURL(/done=saved/);
    const { findings } = (await site.store.therapists.get('applicant1'))!;
    expect(findings.at(-1)).to.include({ subject: 'training', result: 'verified', seen: 'Certificate seen' });
    await page.getByRole('link', { name: 'List', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'See what goes out' }).focus();
    await page.keyboard.press('Enter');
    expect((await site.store.therapists.get('applicant1'))?.status).to.equal('in-review');
    await page.getByRole('button', { name: 'List', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/done=listed/);
    expect((await site.store.therapists.get('applicant1'))?.status).to.equal('listed');
  });
});
