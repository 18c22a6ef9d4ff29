import { crawl, takeAll } from './crawl.js';
import type { Folder } from './folder.js';
import { answerForms, pressAll } from './forms.js';
import { someSlugs } from './people.js';
import { inDemo, listed, type Someone, storied, type World } from './world.js';

const nameOf = ({ email }: Someone) => email.split('@')[0]!;
const isOwn = (path: string) => /^\/practice(?![^/?])/.test(path);

async function therapists(world: World): Promise<Someone[]> {
  return [...(await storied(world)), ...(await listed(world, await someSlugs(5)))];
}

/** A therapist's own pages, as each finds them. */
export async function practicePages(folder: Folder): Promise<void> {
  await inDemo(folder, async (world) => {
    for (const one of await therapists(world)) {
      const visitor = await world.site.visitor(one.email);
      const wish = { folder, visitor, group: `practice/${nameOf(one)} ${one.status}` };
      const notices = ['?saved=who', '?done=confirm', '?edited=fees+accepting', '?done=nothing'];
      const found = await crawl(wish, ['/practice', '/practice/check', '/practice/preview'], isOwn);
      await takeAll(
        wish,
        notices.map((notice) => `/practice${notice}`),
      );
      await takeAll(wish, [
        '/sign-in',
        '/review',
        ...found.filter(isForm).map((path) => `${path}?saved=who`),
      ]);
    }
  });
}

const isForm = (path: string) => /^\/practice\/(who|where|insurance|answers|whom|proof|check)$/.test(path);

/** What their forms answer to nothing, nonsense and an older page. */
export async function practiceForms(folder: Folder): Promise<void> {
  await inDemo(folder, async (world) => {
    for (const one of await therapists(world)) {
      const visitor = await world.site.visitor(one.email);
      const wish = { folder, visitor, group: `practice-forms/${nameOf(one)} ${one.status}` };
      for (const section of sections) await staleForm(wish, `/practice/${section}`);
      for (const page of ['', '/check', '/leave']) await answerForms(wish, `/practice${page}`);
      if (isThorough(one)) for (const section of sections) await answerForms(wish, `/practice/${section}`);
    }
  });
}

/** Therapists whose every form is tried: one at each step, and one of every profession. */
const isThorough = (one: Someone) =>
  /^(naomi|levi|talia|thais|jeanne|caitlin|alice|aiyana)-/.test(nameOf(one));

const sections = ['who', 'where', 'insurance', 'answers', 'whom', 'proof'];

async function staleForm(wish: Parameters<typeof answerForms>[0], path: string): Promise<void> {
  const { folder, visitor, group } = wish;
  const changed = { name: 'Another Name', telehealth: 'no', 'fees.hourly': '1', waitWeeks: '9' };
  const seen = await visitor.get(path);
  if (seen.status !== 200 || seen.$('main form:has([name=draftRevision]) button').length === 0) return;
  const form = 'form:has([name=draftRevision])';
  const stale = { ...changed, draftRevision: '0', 'difficultMaterial.flashbacks': 'Other words.' };
  const answer = await visitor.submit(seen, { form, fill: stale });
  folder.answer(`${group}/POST ${path.slice(1).replace('/', '_')} stale`, answer, `POST ${path}, stale`);
}

/** What becomes of it when they press the buttons. */
export async function practiceButtons(folder: Folder): Promise<void> {
  await inDemo(folder, async (world) => {
    for (const one of await therapists(world)) {
      const visitor = await world.site.visitor(one.email);
      const { sendEmails } = world.site.holdspace;
      const wish = { folder, visitor, group: `practice-buttons/${nameOf(one)} ${one.status}`, sendEmails };
      if (isThorough(one)) for (const section of sections) await pressAll(wish, `/practice/${section}`);
      await pressAll(wish, '/practice/check', { statement: '1' });
      const words = { 'answer.0': 'One answer.', 'answer.1': 'Another answer.' };
      await pressAll(wish, '/practice', words);
      await pressAll(wish, '/practice/check', { statement: '1' });
      await pressAll(wish, '/practice', words);
      await crawl(
        { ...wish, group: `${wish.group} after` },
        ['/practice'],
        (path) => path === '/practice/check',
      );
      await pressAll(wish, '/practice/leave', { confirmation: 'LEAVE' });
    }
    await keepEmails(world, 'practice');
  });
}

/** Every sent email, by recipient and subject. */
export async function keepEmails({ site, folder }: World, from: string, most = Number.POSITIVE_INFINITY) {
  const taken = new Map<string, number>();
  const emails = (await site.emails())
    .map(({ to, headers, text }) => ({ to: to.join(' '), subject: headers.subject ?? '', headers, text }))
    .map((one) => ({ ...one, key: `${one.to} ${one.subject} ${one.text}` }))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
  for (const { to, subject, headers, text } of emails) {
    const count = taken.get(subject) ?? 0;
    taken.set(subject, count + 1);
    if (count < most)
      folder.write(
        `emails/${from}/${subject} to ${to}`,
        `To: ${to}\nFrom: ${headers.from}\nSubject: ${subject}\n\n${text}`,
      );
  }
}
