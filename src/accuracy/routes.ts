import { type Clock, toDay } from '../domain/calendar.js';
import { isEmail, OWN_PROFILE } from '../domain/workflow/permission.js';
import type { SearchIndex } from '../search/search-index.js';
import { samples } from '../storage/kinds.js';
import type { Store } from '../storage/store.js';
import { type Answer, data, page, redirect } from '../web/answer.js';
import { NotFound } from '../web/errors.js';
import type { Messages } from '../web/fields.js';
import type { RenderPage } from '../web/layout.js';
import { paths } from '../web/paths.js';
import { reviewAccount } from '../web/review-menu.js';
import { type AnyRoute, type Asked, route } from '../web/route.js';
import type { Person } from '../web/visit.js';
import type { Accuracy } from './figures.js';
import { coverageGaps } from './gaps.js';
import { accuracyPage, gapsPage, type SampledOne, sampledPage, samplePage } from './pages.js';
import { readResult } from './sample-form.js';

const MOST = 1000;

interface Tools {
  store: Store;
  index: Pick<SearchIndex, 'search'>;
  clock: Clock;
  accuracy: () => Promise<Accuracy>;
  renderPage: RenderPage;
}

/** How true the directory is, in public; and where reviewers check it, and see what is missing. */
export function accuracyRoutes(tools: Tools): AnyRoute[] {
  return [...publicRoutes(tools), gapsRoute(tools), ...sampleRoutes(tools)];
}

function publicRoutes({ accuracy, renderPage }: Tools): AnyRoute[] {
  const common = { access: 'anyone', input: 'none', cache: 'none' } as const;
  return [
    route({
      ...common,
      path: paths.accuracy,
      handle: async () =>
        page(
          renderPage({
            view: 'accuracy/accuracy',
            title: 'How accurate is this directory?',
            description:
              'What a random sample of calls found, how fresh the listings are, and how fast reports are resolved.',
            section: 'vetting',
            canonical: paths.accuracy,
            model: accuracyPage(await accuracy()),
          }),
        ),
    }),
    route({ ...common, path: paths.accuracyData, handle: async () => data(await accuracy()) }),
  ];
}

function gapsRoute({ index, clock, renderPage }: Tools): AnyRoute {
  return route({
    path: paths.reviewGaps,
    access: 'reviewer',
    input: 'none',
    cache: 'none',
    handle: async (_, { person }) =>
      page(
        renderPage({
          view: 'accuracy/gaps',
          title: 'Where somebody is missing',
          account: reviewAccount(person, 'gaps'),
          wide: true,
          model: gapsPage(await coverageGaps(index, clock)),
        }),
      ),
  });
}

function sampleRoutes({ store, clock, renderPage }: Tools): AnyRoute[] {
  const kept = store.records(samples);

  async function find(id: string): Promise<SampledOne> {
    const sample = await kept.get(id);
    if (sample === null) throw new NotFound('not in a sample');
    return { sample, therapist: await store.therapists.get(sample.therapistId) };
  }

  async function list(person: Person, done: boolean): Promise<Answer> {
    const month = toDay(clock.now()).slice(0, 7);
    const drawn = await kept.tagged(`month:${month}`, { limit: MOST });
    const therapists = await store.therapists.getMany(drawn.map(({ therapistId }) => therapistId));
    const byId = new Map(therapists.map((therapist) => [therapist.id, therapist]));
    const sampled = drawn.map((sample) => ({ sample, therapist: byId.get(sample.therapistId) ?? null }));
    return page(
      renderPage({
        view: 'accuracy/sample',
        title: 'The sample of this month',
        account: reviewAccount(person, 'sample'),
        wide: true,
        model: samplePage(month, sampled, done),
      }),
    );
  }

  async function one(id: string, person: Person, form: URLSearchParams, messages: Messages): Promise<Answer> {
    const html = renderPage({
      view: 'accuracy/sampled',
      title: 'One listing of the sample',
      account: reviewAccount(person, 'sample'),
      model: sampledPage(await find(id), form, messages, person.formToken),
    });
    return page(html, messages.size > 0 ? 422 : 200);
  }

  return [
    route({
      path: paths.reviewSample,
      access: 'reviewer',
      input: ({ search }: Asked) => search.has('done'),
      cache: 'none',
      handle: (done, { person }) => list(person, done),
    }),
    route({
      path: paths.reviewSampled(':id'),
      access: 'reviewer',
      input: ({ params }: Asked) => params.id ?? '',
      cache: 'none',
      handle: (id, { person }) => one(id, person, new URLSearchParams(), new Map()),
    }),
    route({
      method: 'post',
      path: paths.reviewSampled(':id'),
      access: 'reviewer',
      input: ({ params, form }: Asked) => ({ id: params.id ?? '', form, read: readResult(form) }),
      cache: 'none',
      handle: async ({ id, form, read }, { person }) => {
        const { sample, therapist } = await find(id);
        if (isEmail(therapist?.email ?? null, person.email))
          return one(id, person, form, new Map([['reached', OWN_PROFILE]]));
        if ('messages' in read) return one(id, person, form, read.messages);
        const { seen, ...heard } = read;
        const result = { ...heard, by: person.email, at: clock.now().toISOString() };
        await kept.update({ ...sample, revision: seen, result });
        return redirect(`${paths.reviewSample}?done=1`);
      },
    }),
  ];
}
