import { crawl, takeAll } from './crawl.js';
import type { Folder } from './folder.js';
import { answerForms, chooseEach, pressAll } from './forms.js';
import { someSlugs } from './people.js';
import { inDemo, listed, REVIEWER, type Someone, storied, type World } from './world.js';

const isReview = (path: string) => path.startsWith('/review');
export const decisions = ['list', 'ask', 'decline', 'drop', 'suspend', 'restore'];
const notices = [
  ...['listed', 'edit-listed', 'approved', 'lapsed', 'asked', 'declined', 'dropped', 'suspended', 'restored'],
  ...['released', 'claimed', 'corrected', 'saved', 'unchanged', 'nothing'],
];

export async function cases(world: World): Promise<Someone[]> {
  return [...(await storied(world)), ...(await listed(world, await someSlugs(4)))];
}

const pathsOf = ({ id }: Someone) => [
  ...['', '/history', '/correct', '/npi'].map((page) => `/review/${id}${page}`),
  ...decisions.map((decision) => `/review/${id}/decide/${decision}`),
];

/** What reviewers read. */
export async function reviewPages(folder: Folder): Promise<void> {
  await inDemo(folder, async (world) => {
    const visitor = await world.site.visitor(REVIEWER);
    const wish = { folder, visitor, group: 'review' };
    const all = await cases(world);
    const lookUps = ['nakamura', 'talia-rosenthal@practice.example', '2801213655', 'PSY 42743', 'xqzv', 'a'];
    const filters = ['state=NJ', 'state=NJ&show=edits', 'state=WY', 'page=2', 'page=99', 'show=x&state=XX'];
    await crawl(
      wish,
      ['/review', ...filters.map((one) => `/review?${one}`), ...all.flatMap(pathsOf)],
      isReview,
    );
    await takeAll(
      wish,
      lookUps.map((text) => `/review?${new URLSearchParams({ q: text })}`),
    );
    await takeAll(wish, notices.flatMap(noticePaths(all[0]!)));
    await takeAll(wish, [
      '/review/reports?done=1',
      '/review/sample?done=1',
      '/review/nobodyknows1',
      '/practice',
    ]);
    await takeAll(wish, [
      '/',
      '/therapists',
      '/review/nobodyknows1/decide/list',
      `/review/${all[0]!.id}/decide/no`,
    ]);
  });
}

const noticePaths =
  ({ id }: Someone) =>
  (done: string) => [
    `/review?done=${done}&about=${id}`,
    `/review?done=${done}`,
    `/review/${id}?done=${done}`,
  ];

/** What their forms answer to nothing, to nonsense, and before anything goes out. */
export async function reviewForms(folder: Folder): Promise<void> {
  await inDemo(folder, async (world) => {
    const visitor = await world.site.visitor(REVIEWER);
    const wish = { folder, visitor, group: 'review-forms' };
    for (const [index, one] of (await cases(world)).entries()) {
      for (const path of pathsOf(one)) await answerForms(wish, path);
      if (index % 2 === 1) continue;
      for (const decision of decisions)
        await chooseEach(wish, `/review/${one.id}/decide/${decision}`, {
          words: 'Words of a reviewer.',
          'ask.0.question': 'A question?',
          _step: 'preview',
        });
      for (const decision of ['decline', 'drop', 'suspend'])
        await chooseEach(wish, `/review/${one.id}/decide/${decision}`, { _step: 'template' });
      for (const decision of decisions) await pressAll(wish, `/review/${one.id}/decide/${decision}`, asking);
    }
  });
}

const asking = { words: 'Words of a reviewer.', 'ask.0.question': 'A question?', reason: 'other' };

/** The reports and the sample, from list to resolution. */
export async function deskPages(folder: Folder): Promise<void> {
  await inDemo(folder, async (world) => {
    const visitor = await world.site.visitor(REVIEWER);
    for (const start of ['/review/reports', '/review/sample']) {
      const wish = { folder, visitor, group: 'review-desk' };
      const list = await visitor.get(start);
      const items = list
        .$(`main a[href^="${start}/"]`)
        .toArray()
        .map((link) => list.$(link).attr('href')!);
      for (const path of items.slice(0, 8)) {
        await answerForms(wish, path);
        await chooseEach(wish, path, { note: 'Called them.', said: 'They said so.' });
        await pressAll(wish, path, { note: 'Called them.' });
      }
      await crawl({ ...wish, group: 'review-desk after' }, [start], (path) => path.startsWith(start));
    }
  });
}
