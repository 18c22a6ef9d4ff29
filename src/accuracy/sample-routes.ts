import { type Clock, toDay } from '../domain/calendar.js';
import { isEmail, OWN_PROFILE } from '../domain/workflow/permission.js';
import { samples } from '../storage/kinds.js';
import type { Store } from '../storage/store.js';
import { type Answer, page, redirect } from '../web/answer.js';
import { NotFound } from '../web/errors.js';
import type { Messages } from '../web/fields.js';
import type { RenderPage } from '../web/layout.js';
import { paths } from '../web/paths.js';
import { reviewAccount } from '../web/review-menu.js';
import { idIn, reviewRoute } from '../web/review-route.js';
import type { AnyRoute, Asked } from '../web/route.js';
import type { Person } from '../web/visit.js';
import { type SampledOne, sampledPage, samplePage } from './pages/sample.js';
import { readResult } from './sample-form.js';

const MOST = 1000;

export interface SampleTools {
  store: Store;
  clock: Clock;
  renderPage: RenderPage;
}

/** Where reviewers call whom the month's sample holds, and write down what they heard. */
export function sampleRoutes({ store, clock, renderPage }: SampleTools): AnyRoute[] {
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
    reviewRoute({
      path: paths.reviewSample,
      input: ({ search }: Asked) => search.has('done'),
      handle: (done, { person }) => list(person, done),
    }),
    reviewRoute({
      path: paths.reviewSampled(':id'),
      input: idIn,
      handle: (id, { person }) => one(id, person, new URLSearchParams(), new Map()),
    }),
    reviewRoute({
      method: 'post',
      path: paths.reviewSampled(':id'),
      input: (asked: Asked) => ({ id: idIn(asked), form: asked.form, read: readResult(asked.form) }),
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
