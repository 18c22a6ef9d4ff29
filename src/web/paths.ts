/** Every address of the site, so that a page that moves is moved in one place. */
export const paths = {
  home: '/',
  therapists: '/therapists',
  therapist: (slug: string) => `/therapists/${slug}`,
  therapistChecklist: (slug: string) => `/therapists/${slug}/checklist`,
  checklist: '/checklist',
  compare: '/compare',
  learn: (slug = '') => (slug === '' ? '/learn' : `/learn/${slug}`),
  coordinationCard: '/learn/coordination-card',
  howWeVet: '/how-we-vet',
  privacy: '/privacy',
  signIn: '/sign-in',
  signInSent: '/sign-in/sent',
  signInLink: (secret: string) => `/sign-in/${secret}`,
  signOut: '/sign-out',
  join: '/join',
  joinSent: '/join/sent',
  practice: '/practice',
  practicePage: (page: string) => `/practice/${page}`,
  goodbye: '/goodbye',
  confirm: (token: string) => `/confirm/${token}`,
  review: '/review',
  reviewOne: (id: string) => `/review/${id}`,
  reviewReports: '/review/reports',
  reviewReport: (id: string) => `/review/reports/${id}`,
  reviewSample: '/review/sample',
  reviewSampled: (id: string) => `/review/sample/${id}`,
  reviewGaps: '/review/gaps',
  report: (slug: string) => `/therapists/${slug}/report`,
  reported: (slug: string) => `/therapists/${slug}/report/thanks`,
  accuracy: '/accuracy',
  accuracyData: '/accuracy.json',
  robots: '/robots.txt',
  sitemap: '/sitemap.xml',
  sitemapPart: (part: number | string) => `/sitemap-${part}.xml`,
  apiDocs: '/api/docs',
  referrals: '/referrals',
  newReferral: '/referrals/new',
  endedReferral: '/referrals/ended',
  /** A referral sheet: anyone who knows the address may read it. */
  sheet: (token: string) => `/r/${token}`,
  sheetPdf: (token: string) => `/r/${token}/sheet.pdf`,
  /** Shows the maker both links, once. */
  madeSheet: (token: string, endToken: string) => `/r/${token}/made/${endToken}`,
  endSheet: (token: string, endToken: string) => `/r/${token}/end/${endToken}`,
} as const;

/** A page with these parameters. */
export function withParams(path: string, params: URLSearchParams): string {
  const query = params.toString();
  return query === '' ? path : `${path}?${query}`;
}

/** The search page with these parameters. */
export const searchPath = (params: URLSearchParams): string => withParams(paths.therapists, params);

/**
 * The text as a path of ours, or `null` when it leads anywhere else: browsers read `//host` and `/\\host` as another host, and drop
 * tabs and line ends before they read.
 */
export function localPath(text: string): string | null {
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(text)) return null;
  const url = new URL(text, 'http://here.invalid');
  const path = url.pathname + url.search;
  // Dots are folded away in between: `/.//host` becomes `//host`.
  return url.host === 'here.invalid' && !path.startsWith('//') ? path : null;
}

/** The sign-in, and back to `next` from there. */
export function signInPath(next: string | null): string {
  return next === null || next === '/' ? paths.signIn : `${paths.signIn}?${new URLSearchParams({ next })}`;
}
