import type { Day } from '../domain/calendar.js';
import { text, xml } from '../web/answer.js';
import { NotFound } from '../web/errors.js';
import { paths } from '../web/paths.js';
import { type AnyRoute, route } from '../web/route.js';
import { learnPages, trustPages } from './learn-pages.js';
import { type Sitemap, type SitemapPage, sitemapOf } from './sitemap.js';

/** What the pages for search engines need to know of the site. */
export interface Crawlers {
  /** Without it the site does not know its own address, and offers no sitemap; it is never guessed from a request. */
  publicUrl: string | null;
  /** While demonstration data is loaded, nothing is offered at all. */
  demo(): boolean;
  /** Who is listed, in any order. */
  listed(): readonly { slug: string; confirmedOn: Day }[];
  /** Grows when {@link listed} may have become another. */
  version(): number;
}

/** `/robots.txt`, `/sitemap.xml` and, when one file is not enough, its parts. */
export function crawlerRoutes(crawlers: Crawlers): AnyRoute[] {
  const sitemap = keptSitemap(crawlers);
  const common = { access: 'anyone', cache: 'none' } as const;
  return [
    route({ ...common, path: paths.robots, input: 'none', handle: () => text(robots(crawlers)) }),
    route({ ...common, path: paths.sitemap, input: 'none', handle: () => xml(sitemap().whole) }),
    route({
      ...common,
      path: paths.sitemapPart(':part'),
      input: ({ params }) => params.part ?? '',
      handle: (part) => {
        const file = /^[1-9]\d{0,5}$/.test(part) ? sitemap().parts[Number(part) - 1] : undefined;
        if (file === undefined) throw new NotFound('no such part of the sitemap');
        return xml(file);
      },
    }),
  ];
}

/** Builds the sitemap when it is asked for, and again only when the directory changed. @throws NotFound when no sitemap is offered. */
function keptSitemap({ publicUrl, demo, listed, version }: Crawlers): () => Sitemap {
  let kept: { version: number; sitemap: Sitemap } | null = null;
  return () => {
    if (publicUrl === null || demo()) throw new NotFound('no sitemap is offered');
    const now = version();
    if (kept?.version !== now)
      kept = { version: now, sitemap: sitemapOf([...fixed, ...people(listed())], publicUrl) };
    return kept.sitemap;
  };
}

const fixed: readonly SitemapPage[] = [
  paths.home,
  paths.therapists,
  paths.checklist,
  paths.referrals,
  ...learnPages.map(({ slug }) => paths.learn(slug)),
  ...trustPages.map(({ path }) => path),
  paths.accuracy,
  paths.join,
  paths.apiDocs,
].map((path) => ({ path, changed: null }));

function people(listed: ReturnType<Crawlers['listed']>): SitemapPage[] {
  return listed
    .map(({ slug, confirmedOn }) => ({ path: paths.therapist(slug), changed: confirmedOn }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function robots({ publicUrl, demo }: Crawlers): string {
  if (demo())
    return '# A demonstration: every therapist here is fictional, and nothing of it is for search engines.\nUser-agent: *\nDisallow: /\n';
  const sitemap = publicUrl === null ? '' : `\nSitemap: ${publicUrl}${paths.sitemap}\n`;
  return `User-agent: *\nDisallow: ${paths.compare}\nDisallow: /*pick=\n${sitemap}`;
}
