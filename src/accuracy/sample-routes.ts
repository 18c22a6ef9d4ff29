import type { Clock } from '../domain/calendar.js';
import { isEmail, OWN_PROFILE } from '../domain/workflow/permission.js';
import type { Store } from '../storage/store.js';
import { type Answer, page, redirect } from '../web/answer.js';
import type { Messages } from '../web/fields.js';
import type { RenderPage } from '../web/layout.js';
import { paths } from '../web/paths.js';
import { reviewAccount } from '../web/review-menu.js';
import { idIn, reviewRoute } from '../web/review-route.js';
import type { AnyRoute, Asked } from '../web/route.js';
import type { Person } from '../web/visit.js';
import { sampledPage, samplePage } from './pages/sample.js';
import { readResult } from './sample-form.js';
import { createSampleService } from './sample-service.js';

export interface SampleRoutesDeps {
  store: Store;
  clock: Clock;
  renderPage: RenderPage;
}

/** The pages on which reviewers see which listings of the month's sample to call, and write down what they heard. */
export function sampleRoutes({ store, clock, renderPage }: SampleRoutesDeps): AnyRoute[] {
  const service = createSampleService({ store, clock });

  async function list(person: Person, done: boolean): Promise<Answer> {
    const { month, sampled } = await service.thisMonth();
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
      model: sampledPage(await service.find(id), form, messages, person.formToken),
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
        const { sample, therapist } = await service.find(id);
        if (isEmail(therapist?.email ?? null, person.email))
          return one(id, person, form, new Map([['reached', OWN_PROFILE]]));
        if ('messages' in read) return one(id, person, form, read.messages);
        const { seen, ...heard } = read;
        await service.record(sample, seen, heard, person.email);
        return redirect(`${paths.reviewSample}?done=1`);
      },
    }),
  ];
}
