/** Every address of the site, so that a page that moves is moved in one place. */
export const paths = {
  home: '/',
  therapists: '/therapists',
  therapist: (slug: string) => `/therapists/${slug}`,
  therapistChecklist: (slug: string) => `/therapists/${slug}/checklist`,
  checklist: '/checklist',
  learn: (slug = '') => (slug === '' ? '/learn' : `/learn/${slug}`),
  howWeVet: '/how-we-vet',
  privacy: '/privacy',
  apiDocs: '/api/docs',
} as const;

/** The search page with these parameters. */
export function searchPath(params: URLSearchParams): string {
  const query = params.toString();
  return query === '' ? paths.therapists : `${paths.therapists}?${query}`;
}
