import { emptyQuery } from '../../search/query-fields.js';
import { page, redirect } from '../../web/answer.js';
import type { RenderPage } from '../../web/layout.js';
import { paths } from '../../web/paths.js';
import { type AnyRoute, route } from '../../web/route.js';
import type { Directory } from '../directory.js';
import type { AnyResource, Sample } from '../resource.js';
import { docsPage } from './docs-page.js';
import { createExamples } from './examples.js';
import { fieldTables } from './field-tables.js';

export interface ApiDocsDeps {
  resources: readonly AnyResource[];
  document: object;
  directory: Directory;
  renderPage: RenderPage;
  /** Origin in the examples. */
  site: string;
  rateLimit: number | null;
}

/** The documentation of the API, from the same resources as its routes, with today's answers of the directory as examples. */
export function apiDocsRoutes(deps: ApiDocsDeps): AnyRoute[] {
  return [docsRoute(deps), wayThere];
}

const wayThere = route({
  path: '/api',
  access: 'anyone',
  input: 'none',
  cache: 'none',
  handle: () => redirect(paths.apiDocs, 301),
});

function docsRoute({ resources, document, directory, renderPage, site, rateLimit }: ApiDocsDeps): AnyRoute {
  const examples = createExamples(resources, site);
  const tables = fieldTables(document);
  return route({
    path: paths.apiDocs,
    access: 'anyone',
    input: 'none',
    cache: 'directory',
    handle: async () => {
      const shown = await examples(await sampleOf(directory));
      return page(
        renderPage({
          view: 'api/docs',
          title: 'The directory as an API',
          description:
            'The therapists of this directory as JSON, for the systems of clinics and practices: read-only, without a key, with what was checked.',
          canonical: paths.apiDocs,
          wide: true,
          model: docsPage({ resources, examples: shown, tables, site, rateLimit }),
        }),
      );
    },
  });
}

/** The state with the most listings, the payer most take there, and the first therapist of that search. */
async function sampleOf(directory: Directory): Promise<Sample> {
  const all = await directory.search(emptyQuery);
  const state = mostOf(all.answer.counts.state);
  if (state === null) return { search: '?state=NJ', slug: null };
  const there = await directory.search({ ...emptyQuery, state });
  const payer = mostOf(there.answer.counts.payer);
  const found = payer === null ? there : await directory.search({ ...emptyQuery, state, payer: [payer] });
  return {
    search: `?state=${state}${payer === null ? '' : `&payer=${payer}`}`,
    slug: found.answer.hits[0]?.slug ?? null,
  };
}

function mostOf<Id extends string>(counts: Partial<Record<Id, number>>): Id | null {
  const found = Object.entries(counts) as [Id, number][];
  return found.sort(([a, many], [b, more]) => more - many || a.localeCompare(b))[0]?.[0] ?? null;
}
