import { takeAll } from './crawl.js';
import type { Folder } from './folder.js';
import { someSlugs } from './people.js';
import { filterQueries, queries } from './searches.js';
import { inDemo, storied } from './world.js';

const root = '/api/v1';

/** Whatever programs are answered. */
export async function apiAnswers(folder: Folder): Promise<void> {
  await inDemo(folder, async (world) => {
    const visitor = await world.site.visitor();
    const wish = { folder, visitor, group: 'api' };
    const document = await visitor.get(`${root}/openapi.json`);
    const plain = Object.keys((JSON.parse(document.body) as { paths: object }).paths).filter(
      (path) => !path.includes('{'),
    );
    const pages = plain.flatMap((path) => [
      path,
      `${path}?limit=2`,
      `${path}?limit=0&after=x`,
      `${path}?no=1`,
    ]);
    const search = filterQueries(await visitor.get('/therapists'));
    const told = (await storied(world)).map(({ slug }) => slug);
    const slugs = [...(await someSlugs(40)), ...told, 'nobody'];
    await takeAll(
      wish,
      [
        ...pages,
        ...slugs.map((slug) => `/therapists/${slug}`),
        ...[...queries, ...search].map((query) => `/therapists?${query}`),
        ...['', '/', '/nothing', '/therapists/alejandra-quintero?x=1', '/therapists?payer[]=aetna'],
        `/therapists?q=${'x'.repeat(5000)}`,
      ].map((path) => root + path),
    );
    const refusal = await visitor.get(`${root}/states`, { accept: 'text/html' });
    folder.answer('api/states as html', refusal);
    folder.answer('api/POST therapists', await visitor.post(`${root}/therapists`, {}), 'POST');
  });
}
