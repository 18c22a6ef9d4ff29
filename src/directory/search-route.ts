import { parseSearch, searchParams } from '../search/query.js';
import { type Answer, notCacheable, page, redirect } from '../web/answer.js';
import type { RenderPage } from '../web/layout.js';
import { paths } from '../web/paths.js';
import { type AnyRoute, route } from '../web/route.js';
import { openShortlist, readPicks } from '../web/shortlist.js';
import { aliasRedirect } from './alias-redirect.js';
import type { CardFaces } from './card-faces.js';
import { headingOf, resultsPage } from './pages/results.js';
import { isNamed } from './pages/shortlist.js';
import type { Directory } from './service.js';

export interface SearchRouteDeps {
  directory: Directory;
  faces: CardFaces;
  renderPage: RenderPage;
}

/** The search, with the shortlist that its address carries along. */
export function searchRoute({ directory, faces, renderPage }: SearchRouteDeps): AnyRoute {
  return route({
    path: paths.therapists,
    access: 'anyone',
    input: ({ search }) => ({ ...parseSearch(search), picks: readPicks(search) }),
    cache: 'directory',
    handle: async ({ query, dropped, picks }): Promise<Answer> => {
      const resolved = aliasRedirect(query, picks.slugs);
      if (resolved !== null) return redirect(resolved, 302);
      const [found, list] = await Promise.all([
        directory.search(query),
        openShortlist(picks, directory.bySlug),
      ]);
      const cards = await faces(found.answer.hits);
      const named = isNamed(list);
      const made = page(
        renderPage({
          view: 'directory/results',
          title: headingOf(query),
          description:
            'Every therapist for ketamine-assisted psychotherapy listed today: filter by state, insurance, training, fee and more.',
          section: 'search',
          canonical: paths.therapists,
          hidden: searchParams(query).size > 0 || named,
          wide: true,
          scripts: ['shortlist.js'],
          model: resultsPage(found, { faces: cards, dropped, list }),
        }),
      );
      return named ? notCacheable(made) : made;
    },
  });
}
