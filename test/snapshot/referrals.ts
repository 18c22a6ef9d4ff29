import { readPdf } from '../support/read-pdf.js';
import { filledIn, makeSheet } from '../support/referrals.js';
import { takeAll } from './crawl.js';
import type { Folder } from './folder.js';
import { answerForms, pressAll } from './forms.js';
import { inDemo, type World } from './world.js';

const needs = [
  { state: 'NJ', payer: 'horizon-bcbsnj' },
  { state: 'NJ', payer: '', fax: '', clinician: '', ways: ['phone'], moments: [] },
  { state: 'NY', payer: 'aetna', line: 'commercial', days: '7' },
  { state: 'CA', payer: '', line: 'medicaid', days: '90' },
  { state: 'TX', payer: 'cigna', ways: ['message', 'fax', 'phone'], moments: ['same-day'] },
  { state: 'PA', payer: '' },
];

/** Referral sheets: how they are put together, what they say on the page and on paper. */
export async function referrals(folder: Folder): Promise<void> {
  await inDemo(folder, async (world) => {
    const visitor = await world.site.visitor();
    const wish = { folder, visitor, group: 'referrals' };
    const found = new Map<string, string[]>();
    for (const { state } of needs) found.set(state, await slugsIn(world, state));
    const some = found.get('NJ')!.map((slug) => `pick=${slug}`);
    const asks = [
      '',
      '?state=NJ',
      '?state=NJ&payer=horizon-bcbsnj',
      '?q=horizon+nj+07102',
      '?state=XX&payer=no',
    ];
    const picks = [`?state=NJ&${some[0]}`, `?state=NJ&${some.join('&')}`, `?state=CA&${some[0]}&pick=nobody`];
    const pages = [
      ...asks,
      ...picks,
      '?state=NJ&page=2',
      '?state=WY&payer=aetna&line=tricare',
      '?near=07030',
    ];
    await takeAll(
      wish,
      pages.map((query) => `/referrals/new${query}`),
    );
    for (const query of ['?state=NJ', `?state=NJ&${some[0]}`]) {
      await answerForms(wish, `/referrals/new${query}`);
      await pressAll(wish, `/referrals/new${query}`);
    }
    for (const [index, need] of needs.entries())
      for (const many of index < 2 ? [1, 3, 6] : [2]) {
        const pick = found.get(need.state)!.slice(0, many);
        if (pick.length === many) await sheet(world, `${index} ${need.state} ${many}`, pick, need);
      }
    await refused(world, found.get('NJ')!);
  });
}

async function slugsIn({ site }: World, state: string): Promise<string[]> {
  const { $ } = await site.get(`/therapists?state=${state}`);
  const hrefs = $('main a[href^="/therapists/"]')
    .toArray()
    .map((link) => /^\/therapists\/([^/?#]+)/.exec($(link).attr('href')!)?.[1]);
  return [...new Set(hrefs.filter((slug) => slug !== undefined))].slice(0, 8);
}

type Need = (typeof needs)[number];

async function sheet({ site, folder }: World, name: string, pick: string[], need: Need): Promise<void> {
  const made = await makeSheet(site, pick, need);
  const visitor = await site.visitor();
  for (const [what, path] of Object.entries({ made: made.made, sheet: made.sheet, end: made.end }))
    folder.answer(`referrals/sheet ${name} ${what}`, await visitor.get(path));
  await paper({ site, folder }, name, made.pdf);
  const ended = await visitor.submit(await visitor.get(made.end));
  folder.answer(`referrals/sheet ${name} ended`, await visitor.follow(ended), 'POST end, then');
  folder.answer(`referrals/sheet ${name} gone`, await visitor.get(made.sheet));
}

async function paper({ site, folder }: World, name: string, path: string): Promise<void> {
  const answer = await fetch(site.origin + path);
  const read = await readPdf(new Uint8Array(await answer.arrayBuffer()));
  const head = [
    `GET ${path}`,
    answer.status,
    answer.headers.get('content-disposition'),
    `pages: ${read.pages}`,
    `title: ${read.title}`,
    `links: ${read.links.join(' ')}`,
    `roles: ${read.roles.join(' ')}`,
    `alts: ${read.alts.join(' | ')}`,
  ];
  folder.write(`pdfs/sheet ${name}`, [...head, ...read.texts.flatMap((text) => ['', text])].join('\n'));
}

/** Orders that cannot be made into a sheet. */
async function refused({ site, folder }: World, slugs: readonly string[]): Promise<void> {
  const wrong = {
    nobody: { pick: ['nobody'] },
    twice: { pick: [slugs[0]!, slugs[0]!] },
    'other state': { pick: [...slugs.slice(0, 2)], state: 'HI' },
    'too many': { pick: [...slugs] },
    paused: { pick: ['jeanne-mahoe', 'ramin-saad'] },
    'bad phone': { pick: [slugs[0]!], phone: '12', fax: 'x' },
    'no ways': { pick: [slugs[0]!], ways: [], moments: ['no'] },
    'bad days': { pick: [slugs[0]!], days: '1', practice: '' },
  };
  for (const [what, wish] of Object.entries(wrong)) {
    const seen = await (await site.visitor()).post('/referrals', { ...filledIn, ...wish });
    folder.answer(`referrals/refused ${what}`, seen, `POST /referrals, ${what}`);
  }
}
