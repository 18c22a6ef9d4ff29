import { TODAY } from '../support/therapist-builder.js';
import type { Seen, Visitor } from '../support/visitor.js';
import { type Folder, nameOf } from './folder.js';
import { keepEmails } from './practice-pages.js';
import { cases, decisions } from './review-pages.js';
import { inDemo, REVIEWER, type Someone, type World } from './world.js';

/** Cases claimed, checked and decided, with the emails; by one reviewer, and by two who must agree. */
export async function reviewFlows(folder: Folder): Promise<void> {
  for (const [group, { settings, orders }] of Object.entries(houses))
    for (let first = 0; first < orders; first++)
      await inDemo(
        folder,
        async (world) => {
          const visitor = await world.site.visitor(REVIEWER);
          // The first time every case gets a decision; later only the cases where the decision is possible.
          const order = first === 0 ? decisions : [decisions[first]!];
          const wish = { folder, visitor, group: `${group}/${order[0]}` };
          const all = await cases(world);
          const done: Someone[] = [];
          for (const one of all) if (await work(wish, one, order)) done.push(one);
          await settled(world, wish, done);
        },
        settings,
      );
}

const houses: Record<string, { settings: Record<string, string>; orders: number }> = {
  'review-flows': { settings: {}, orders: decisions.length },
  'review-flows-of-two': { settings: { TWO_REVIEWERS: '1' }, orders: 1 },
};

interface Wish {
  folder: Folder;
  visitor: Visitor;
  group: string;
}

async function work(
  { folder, visitor, group }: Wish,
  { id }: Someone,
  order: readonly string[],
): Promise<boolean> {
  const keep = async (what: string, seen: Seen, wanted = true) => {
    if (!wanted) return;
    folder.answer(`${group}/${id} ${what}`, seen, what);
    if (seen.to !== null)
      folder.answer(`${group}/${id} ${what} then`, await visitor.follow(seen), `${what}, then`);
  };
  const isFirst = order.length > 1;
  const token = (await visitor.get(`/review/${id}`)).$('[name=_token]').first().val();
  await keep('claim', await visitor.post(`/review/${id}/claim`, { _token: String(token ?? '') }), isFirst);
  if (!isFirst && !(await isPossible(visitor, id, order[0]!))) return false;
  const page = await visitor.get(`/review/${id}`);
  if (page.$('#findings button').length > 0)
    await keep('find', await visitor.submit(page, { form: '#findings', fill: verified(page) }), isFirst);
  for (const decision of order) {
    const path = `/review/${id}/decide/${decision}`;
    const form = await visitor.get(path);
    if (form.$('main form[method="post"] button').length === 0) continue;
    const reason = form.$('select[name=reason] option').eq(1).attr('value');
    const words = {
      words: 'Words of a reviewer.',
      'ask.0.question': 'A question?',
      ...(reason && { reason }),
    };
    const preview = await visitor.submit(form, { fill: { ...words, _step: 'preview' } });
    await keep(`${decision} preview`, preview);
    if (preview.status !== 200) continue;
    await keep(`${decision} send`, await visitor.submit(preview, { fill: { _step: 'send' } }));
    return true;
  }
  return false;
}

async function isPossible(visitor: Visitor, id: string, decision: string): Promise<boolean> {
  const { $ } = await visitor.get(`/review/${id}/decide/${decision}`);
  return $('main form[method="post"]').length > 0;
}

/** Everything found as it is claimed. */
function verified({ $ }: Seen): Record<string, string> {
  const values: Record<string, string> = {
    result: 'verified',
    seen: 'Looked up',
    on: TODAY,
    channel: 'board',
  };
  const names = $('#findings [name^="finding."]')
    .toArray()
    .map((control) => $(control).attr('name')!);
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = values[name.split('.').at(-1)!];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** How the cases stand afterwards, to each side, and what went out. */
async function settled(
  world: World,
  { folder, visitor, group }: Wish,
  all: readonly Someone[],
): Promise<void> {
  const { site } = world;
  await site.holdspace.catchUp();
  await keepEmails(world, group);
  for (const { id, slug, email } of all) {
    const name = email.split('@')[0]!;
    const own = await site.visitor(email);
    folder.answer(`${group}-after/${name} practice`, await own.get('/practice'));
    folder.answer(`${group}-after/${name} case`, await visitor.get(`/review/${id}`));
    folder.answer(`${group}-after/${name} history`, await visitor.get(`/review/${id}/history`));
    folder.answer(`${group}-after/${nameOf(`/${slug}`)}`, await site.get(`/therapists/${slug}`));
  }
  folder.answer(`${group}-after/queue`, await visitor.get('/review'));
}
