import type { Clock } from '../../domain/calendar.js';
import { NotFound } from '../../web/errors.js';
import { questionCount } from '../../wording/questions.js';
import { searchText } from '../bodies/search.js';
import { createSummaries, type Summaries } from '../bodies/summaries.js';
import { therapistBody } from '../bodies/therapist.js';
import type { Directory } from '../directory.js';
import { readParameters } from '../parameter.js';
import { readSearch } from '../read-search.js';
import { type AnyResource, ASK_EACH_TIME, resource } from '../resource.js';
import { type SearchBody, searchAnswer } from '../schemas/search.js';
import { therapistAnswer } from '../schemas/therapist.js';
import { searchParameters } from '../search-parameters.js';

export interface TherapistResourcesDeps {
  directory: Directory;
  clock: Clock;
}

/** The directory itself: a search, and one therapist. */
export function therapistResources({ directory, clock }: TherapistResourcesDeps): AnyResource[] {
  return [searchResource(directory, createSummaries(directory, clock)), oneResource(directory)];
}

function searchResource(directory: Directory, summaries: Summaries): AnyResource {
  return resource({
    path: '/therapists',
    id: 'searchTherapists',
    title: 'Search',
    description:
      'Therapists by every filter of the search page, under the same names, in the same order, with the same counts. Choices within one parameter are alternatives (repeat it: payer=aetna&payer=cigna); everything else must hold together, and state, mode, payer, line and near of one and the same state.',
    parameters: searchParameters,
    answer: searchAnswer,
    notFound: false,
    cacheControl: ASK_EACH_TIME,
    example: ({ search }) => ({ path: `/therapists${search}`, shorten: shortenSearch }),
    input: ({ search }) => readSearch(search),
    handle: async (query) => {
      const found = await directory.search(query);
      return searchText(found, await summaries(found.answer.hits));
    },
  });
}

/** One hit, and of each group of counts the choices that find most. */
function shortenSearch(body: SearchBody) {
  const most = Object.entries(body.counts).map(([name, group]) => [
    name,
    typeof group === 'number' ? group : Object.fromEntries(mostOf(group)),
  ]);
  return {
    body: { ...body, hits: body.hits.slice(0, 1), counts: Object.fromEntries(most) },
    told: 'Shortened here: the first hit, and of each group of counts the two choices that find most.',
  };
}

const mostOf = (group: Record<string, number>) =>
  Object.entries(group)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 2);

function oneResource(directory: Directory): AnyResource {
  return resource({
    path: '/therapists/{slug}',
    id: 'getTherapist',
    title: 'One therapist',
    description: `Everything the page of a therapist shows: where they may treat and what lets them, insurance and which part it pays, fees with both ways through a course, the ${questionCount} answers, and of each claim what was checked and when.`,
    inPath: {
      slug: { description: 'The name of a therapist in addresses.', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
    },
    parameters: {},
    answer: therapistAnswer,
    notFound: true,
    cacheControl: ASK_EACH_TIME,
    example: ({ slug }) => (slug === null ? null : { path: `/therapists/${slug}`, params: { slug } }),
    input: ({ params, search }) => {
      readParameters(search, {});
      return params.slug ?? '';
    },
    handle: async (slug) => {
      const listing = await directory.bySlug(slug);
      if (listing === null) throw new NotFound(`no listing ${slug}`);
      return JSON.stringify(therapistBody(listing));
    },
  });
}
