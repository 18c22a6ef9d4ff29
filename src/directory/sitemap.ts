import type { Day } from '../domain/calendar.js';
import { paths } from '../web/paths.js';

/** More addresses than this no file of a sitemap may hold (https://www.sitemaps.org/protocol.html). */
export const MOST_IN_FILE = 50_000;

/** A page that search engines may know of. */
export interface SitemapPage {
  path: string;
  /** The day of its last change, where that is known. */
  changed: Day | null;
}

export interface Sitemap {
  /** What `/sitemap.xml` is: the one file, or the list of several. */
  whole: string;
  /** The files of a list, from the first; empty when one holds everything. */
  parts: readonly string[];
}

/** The sitemap of a site at `origin`, in as many files as it takes. */
export function sitemapOf(places: readonly SitemapPage[], origin: string, most = MOST_IN_FILE): Sitemap {
  if (places.length <= most) return { whole: fileOf(places, origin), parts: [] };
  const parts: string[] = [];
  for (let from = 0; from < places.length; from += most)
    parts.push(fileOf(places.slice(from, from + most), origin));
  const list = parts.map(
    (_part, index) => `<sitemap><loc>${origin}${paths.sitemapPart(index + 1)}</loc></sitemap>`,
  );
  return { whole: `${HEAD}<sitemapindex ${SPACE}>\n${list.join('\n')}\n</sitemapindex>\n`, parts };
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** Nothing in a path of ours needs escaping: they are small letters, digits, hyphens and slashes. */
function fileOf(places: readonly SitemapPage[], origin: string): string {
  const urls = places.map(({ path, changed }) => {
    const day = changed === null ? '' : `<lastmod>${changed}</lastmod>`;
    return `<url><loc>${origin}${path}</loc>${day}</url>`;
  });
  return `${HEAD}<urlset ${SPACE}>\n${urls.join('\n')}\n</urlset>\n`;
}
