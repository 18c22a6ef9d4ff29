import { openSite } from '../support/site.js';
import { aTherapist } from '../support/therapist-builder.js';
import { takeAll } from './crawl.js';
import { type Folder, nameOf } from './folder.js';
import { inDemo, REVIEWER, type World } from './world.js';

/** What is said where something is refused or fails. */
export async function errorPages(folder: Folder): Promise<void> {
  await inDemo(folder, forged);
  await inDemo(folder, tooMany, { RATE_LIMIT: '2', API_RATE_LIMIT: '2' });
  await real(folder);
  await broken(folder);
}

async function forged({ site, folder }: World): Promise<void> {
  const therapist = await site.visitor('naomi-nakamura@practice.example');
  const stranger = await site.visitor();
  const keep = async (name: string, asked: ReturnType<typeof therapist.get>) =>
    folder.answer(`errors/${name}`, await asked);
  await keep('forged', therapist.post('/practice/who', {}, { origin: 'https://evil.example' }));
  await keep('no token', therapist.post('/practice/who', { name: 'x' }));
  await keep('signed out', stranger.post('/practice/who', { name: 'x' }));
  await keep('not the role', therapist.get('/review'));
  await keep('too long', therapist.post('/sign-in', { email: 'x'.repeat(2_000_000) }));
  await keep('no form', therapist.post('/sign-in', { email: 'x' }, { 'content-type': 'application/json' }));
  await keep('not a method', stranger.post('/therapists', {}));
  folder.answer('errors/long address', await stranger.get(`/therapists?q=${'x'.repeat(5000)}`), 'GET long');
  const reviewer = await site.visitor(REVIEWER);
  await keep('review forged', reviewer.post('/review/nobodyknows1/claim', {}));
}

async function tooMany({ site, folder }: World): Promise<void> {
  for (const path of ['/learn', '/api/v1/states'])
    for (const time of ['1', '2', '3'])
      folder.answer(`errors/limit ${nameOf(path)} ${time}`, await site.get(path));
}

/** A directory of real people under its own address, which crawlers may read. */
async function real(folder: Folder): Promise<void> {
  const therapists = ['ana', 'bea', 'cleo'].map((slug) => aTherapist({ slug, email: `${slug}@own.example` }));
  const settings = { PUBLIC_URL: 'https://directory.example', SECRET_KEY: 'fixed-'.repeat(8) };
  const site = await openSite({ therapists, settings });
  await site.holdspace.catchUp();
  const visitor = await site.visitor();
  const paths = [
    '/',
    '/robots.txt',
    '/sitemap.xml',
    '/sitemap-1.xml',
    '/sitemap-2.xml',
    '/therapists',
    '/learn',
  ];
  await takeAll({ folder, visitor, group: 'real' }, [...paths, '/therapists/ana', '/api/docs', '/accuracy']);
  await site.close();
}

/** A house whose store is gone. */
async function broken(folder: Folder): Promise<void> {
  await inDemo(folder, async ({ site }) => {
    site.store.therapists.getBySlug = () => Promise.reject(new Error('The disk is gone.'));
    site.store.therapists.getByEmail = () => Promise.reject(new Error('The disk is gone.'));
    const visitor = await site.visitor();
    for (const path of ['/therapists/alejandra-quintero', '/api/v1/therapists/alejandra-quintero'])
      folder.answer(`errors/broken ${nameOf(path)}`, await visitor.get(path));
    folder.answer('errors/broken sign-in', await visitor.post('/sign-in', { email: 'a@b.example' }));
    site.holdspace.health.phase = 'starting';
    for (const path of ['/', '/api/v1/states', '/readyz'])
      folder.answer(`errors/unready ${nameOf(path)}`, await visitor.get(path));
  });
}
