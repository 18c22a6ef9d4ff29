/** Every address of the site, so that a page that moves is moved in one place. */
export const paths = {
  home: '/',
  therapists: '/therapists',
  therapist: (slug: string) => `/therapists/${slug}`,
  therapistChecklist: (slug: string) => `/therapists/${slug}/checklist`,
  checklist: '/checklist',
  compare: '/compare',
  newReferral: '/referrals/new',
  learn: (slug = '') => (slug === '' ? '/learn' : `/learn/${slug}`),
  coordinationCard: '/learn/coordination-card',
  howWeVet: '/how-we-vet',
  privacy: '/privacy',
  robots: '/robots.txt',
  sitemap: '/sitemap.xml',
  sitemapPart: (part: number | string) => `/sitemap-${part}.xml`,
} as const;

/** A page with these parameters. */
export function withParams(path: string, params: URLSearchParams): string {
  const query = params.toString();
  return query === '' ? path : `${path}?${query}`;
}

/** The search page with these parameters. */
export const searchPath = (params: URLSearchParams): string => withParams(paths.therapists, params);
