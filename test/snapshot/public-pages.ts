import { crawl, linksOn, takeAll } from './crawl.js';
import type { Folder } from './folder.js';
import { answerForms } from './forms.js';
import { someSlugs } from './people.js';
import { filterQueries, queries } from './searches.js';
import { inDemo, storied, type World } from './world.js';

const group = 'public';

/** What anybody can read. */
export async function publicPages(folder: Folder): Promise<void> {
  await inDemo(folder, async (world) => {
    const visitor = await world.site.visitor();
    const wish = { folder, visitor, group };
    const search = await visitor.get('/therapists');
    await takeAll(wish, [...queries, ...filterQueries(search)].map(searchPath));
    await takeAll(wish, await profilePaths(world));
    await takeAll(wish, await comparePaths());
    await crawl(wish, ['/', '/robots.txt', '/sitemap.xml', '/healthz', '/readyz', ...others], isPlain);
    await emails(world);
    await tell(world);
  });
}

const searchPath = (query: string) => (query === '' ? '/therapists' : `/therapists?${query}`);
const isPlain = (path: string) => !/^\/(therapists|api\/v1|compare|referrals|assets)/.test(path);
const others = [
  ...['/accuracy', '/accuracy.json', '/api', '/api/docs', '/goodbye', '/sign-in/sent', '/join/sent'],
  ...[
    '/sign-in?next=%2Fpractice',
    '/sign-in?next=https%3A%2F%2Fevil.example',
    '/referrals',
    '/referrals/ended',
  ],
  ...[
    '/practice',
    '/review',
    '/nowhere',
    '/therapists/nobody',
    '/therapists/nobody/checklist',
    '/learn/nothing',
  ],
  ...[
    '/sign-in/no-such-link-at-all',
    '/confirm/no-such-link-at-all',
    '/r/no-such-sheet-at-all',
    '/checklist?x=1',
  ],
];

async function profilePaths(world: World): Promise<string[]> {
  const told = (await storied(world)).map(({ slug }) => slug);
  const slugs = [...(await someSlugs(64)), ...told];
  const needs = ['state=NJ&payer=horizon-bcbsnj', 'state=CA', 'state=AL&payer=bcbs-alabama&line=commercial'];
  return slugs.flatMap((slug, index) => [
    `/therapists/${slug}`,
    `/therapists/${slug}?${needs[index % needs.length]}`,
    `/therapists/${slug}/checklist`,
  ]);
}

async function comparePaths(): Promise<string[]> {
  const slugs = await someSlugs(24);
  const picked = (from: number, to: number) => slugs.slice(from, to).map((slug) => `pick=${slug}`);
  const lists = [picked(0, 1), picked(0, 2), picked(2, 5), picked(5, 9), picked(9, 15), picked(0, 24)];
  const needs = ['', '&state=NJ&payer=horizon-bcbsnj', '&state=CA', '&differences=1', '&state=XX&line=none'];
  return [
    '/compare',
    '/compare?pick=nobody',
    ...lists.flatMap((list) => needs.map((need) => `/compare?${list.join('&')}${need}`)),
  ];
}

/** Signing in and joining, with the emails. */
async function emails({ site, folder }: World): Promise<void> {
  const visitor = await site.visitor();
  for (const path of ['/sign-in', '/join']) await answerForms({ folder, visitor, group }, path);
  const therapist = await site.visitor('naomi-nakamura@practice.example');
  for (const path of ['/sign-in', '/join', '/', '/therapists'])
    folder.answer(`${group}/signed-in${path.replace('/', '-')}`, await therapist.get(path));
}

/** Telling of a wrong listing. */
async function tell({ site, folder }: World): Promise<void> {
  const visitor = await site.visitor();
  for (const slug of await someSlugs(2)) {
    const path = `/therapists/${slug}/report`;
    folder.answer(`${group}/report ${slug}`, await visitor.get(path));
    folder.answer(`${group}/report ${slug} thanks`, await visitor.get(`${path}/thanks`));
    await answerForms({ folder, visitor, group }, path);
    const profile = await visitor.get(`/therapists/${slug}`);
    await takeAll(
      { folder, visitor, group },
      linksOn(profile).filter((link) => link.includes('report')),
    );
  }
}
