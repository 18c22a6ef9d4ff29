import { expect } from 'chai';
import type { Site } from './site.js';
import type { Seen } from './visitor.js';

type Values = Record<string, string | readonly string[]>;

/** What a physician fills in when nothing is wrong with it. */
export const filledIn: Values = {
  asked: '1',
  state: 'NJ',
  payer: 'horizon-bcbsnj',
  practice: 'Hudson Family Medicine',
  clinician: 'Zoë Łukasz, MD',
  phone: '201-555-0100',
  fax: '201-555-0101',
  ways: ['phone', 'fax'],
  moments: ['first-dose', 'same-day'],
  days: '30',
};

/** Sends the form of a new sheet with these therapists. */
export async function askForSheet(site: Site, pick: readonly string[], wish: Values = {}): Promise<Seen> {
  return (await site.visitor()).post('/referrals', { ...filledIn, pick, ...wish });
}

export interface MadeSheet {
  sheet: string;
  pdf: string;
  end: string;
  made: string;
}

/** Makes a sheet and reads its addresses from the page that shows them once. */
export async function makeSheet(site: Site, pick: readonly string[], wish: Values = {}): Promise<MadeSheet> {
  const sent = await askForSheet(site, pick, wish);
  expect(sent.status, sent.text('.errors')).to.equal(303);
  const shown = await site.get(sent.to!);
  const hrefs = shown
    .$('main a')
    .toArray()
    .map((link) => shown.$(link).attr('href') ?? '');
  const find = (pattern: RegExp) => hrefs.find((href) => pattern.test(href))!;
  return {
    sheet: find(/^\/r\/[^/]+$/),
    pdf: find(/\.pdf$/),
    end: find(/\/end\//),
    made: sent.to!,
  };
}
