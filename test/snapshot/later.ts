import { addDays } from '../../src/domain/calendar.js';
import { linksIn } from '../support/links-in.js';
import { askForLink, linkOf } from '../support/sign-in.js';
import { aTherapist, TODAY } from '../support/therapist-builder.js';
import { type Folder, nameOf } from './folder.js';
import { someSlugs } from './people.js';
import { keepEmails } from './practice-pages.js';
import { inDemo, listed, REVIEWER, type World } from './world.js';

/** How many emails with one subject are kept: all therapists get the same. */
const MOST_ALIKE = 12;

const real = ['ana', 'bea', 'cleo', 'dora', 'emil'];

/** The effects of the jobs in half a year, the pages meanwhile, and the emails. */
export async function later(folder: Folder): Promise<void> {
  await inDemo(folder, async (world) => {
    const { site } = world;
    // The jobs send no emails to people of the demonstration.
    await site.store.therapists.insertMany(
      real.map((slug, index) => {
        const wish = { slug, email: `${slug}@own.example`, confirmedDaysAgo: 20 * index };
        return { ...aTherapist(wish), nextDueAt: `${TODAY}T00:00:00.000Z` };
      }),
    );
    for (let days = 10; days <= 180; days += 10) {
      site.goTo(addDays(TODAY, days));
      await site.holdspace.runJobs();
      await site.holdspace.sendEmails();
      await site.holdspace.catchUp();
      if (days % 30 === 0) await look(world, `later/day ${days}`);
    }
    await keepEmails(world, 'later', MOST_ALIKE);
    await confirm(world);
  });
}

async function look(world: World, group: string): Promise<void> {
  const { site, folder } = world;
  const reviewer = await site.visitor(REVIEWER);
  for (const path of ['/', '/therapists', '/accuracy', '/therapists?confirmed=30', '/api/v1/accuracy'])
    folder.answer(`${group}/${nameOf(path)}`, await site.get(path));
  for (const path of ['/review', '/review/sample', '/review/gaps', '/review/reports'])
    folder.answer(`${group}/${nameOf(path)}`, await reviewer.get(path));
  for (const { slug, email } of await listed(world, [...real, ...(await someSlugs(8))])) {
    folder.answer(`${group}/profile ${slug}`, await site.get(`/therapists/${slug}`));
    folder.answer(`${group}/practice ${slug}`, await (await site.visitor(email)).get('/practice'));
  }
}

/** The links of emails: to confirm, to sign in and to join, each used twice. */
async function confirm({ site, folder }: World): Promise<void> {
  const all = await site.emails();
  const visitor = await site.visitor();
  const paths = real.flatMap((slug) => {
    const own = all.filter(({ to }) => to.some((one) => one.startsWith(`${slug}@`))).flatMap(linksIn);
    return own.filter((path) => path.startsWith('/confirm/')).slice(-1);
  });
  for (const [index, path] of paths.slice(0, 6).entries())
    for (const time of ['first', 'again']) {
      const page = await visitor.get(path);
      folder.answer(`links/confirm ${index} ${time}`, page);
      if (page.$('main form[method="post"]').length === 0) continue;
      const done = await visitor.submit(page);
      folder.answer(
        `links/confirm ${index} ${time} pressed`,
        await visitor.follow(done),
        'POST confirm, then',
      );
    }
  for (const [email, page] of [
    [REVIEWER],
    ['naomi-nakamura@practice.example'],
    ['new@practice.example', '/join'],
  ])
    await signIn({ site, folder }, email!, page);
}

async function signIn({ site, folder }: World, email: string, page?: string): Promise<void> {
  const visitor = await site.visitor();
  const emails = await askForLink(site, visitor, email, page);
  const path = linkOf(emails);
  for (const { headers, text } of emails)
    folder.write(`emails/links/to ${email}`, `Subject: ${headers.subject}\n\n${text}`);
  for (const time of ['first', 'again']) {
    const seen = await visitor.get(path);
    folder.answer(`links/sign-in ${email} ${time}`, seen);
    if (seen.$('main form[method="post"]').length === 0) continue;
    const inside = await visitor.follow(await visitor.submit(seen));
    folder.answer(`links/sign-in ${email} ${time} pressed`, inside, 'POST sign-in, then');
  }
}
