import type { Therapist } from '../domain/therapist.js';
import { type Answer, redirect } from '../web/answer.js';
import { NotFound } from '../web/errors.js';
import { type Messages, seenRevision, type Typed, typedIn } from '../web/fields.js';
import { idIn, reviewRoute } from '../web/review-route.js';
import type { AnyRoute } from '../web/route.js';
import type { Visit } from '../web/visit.js';
import { addresses } from './addresses.js';
import { readCorrection } from './correction-form.js';
import type { VettingRoutesDeps } from './deps.js';
import { correctPage } from './pages/correct.js';
import { nameOf } from './pages/words.js';
import { refusedPage } from './refused.js';

interface FormState {
  typed?: Typed;
  seen?: number;
  messages?: Messages;
  refusal?: string;
}

/** Corrects a public listing at once. */
export function correctionRoutes({ reviews, show }: VettingRoutesDeps): AnyRoute[] {
  const path = addresses.correct(':id');

  async function publishedOf(id: string) {
    const therapist = await reviews.get(id);
    if (therapist.published === null) throw new NotFound('nothing is public');
    return { therapist, published: therapist.published };
  }

  function formPage(visit: Visit<'reviewer'>, therapist: Therapist, state: FormState, status = 200): Answer {
    const { typed = null, seen = therapist.draftRevision, messages = new Map(), refusal = '' } = state;
    const { published } = therapist;
    if (published === null) throw new NotFound('nothing is public');
    const { formToken } = visit.person;
    const model = correctPage({
      therapist,
      published,
      typed,
      draftRevision: String(seen),
      messages,
      refusal,
      formToken,
    });
    return show(visit, { view: 'vetting/correct', title: `Correct ${nameOf(therapist)}`, model }, status);
  }

  return [
    reviewRoute({
      path,
      input: idIn,
      async handle(id, visit) {
        const { therapist } = await publishedOf(id);
        // A reviewer who may not correct it reads that before typing.
        const refused = reviews.rehearse(
          therapist,
          { action: 'correct', patch: {}, words: null },
          visit.person.email,
        );
        if ('kind' in refused && refused.outOfDate)
          return refusedPage(show, visit, refused, new URLSearchParams());
        return formPage(visit, therapist, {});
      },
    }),
    reviewRoute({
      method: 'post',
      path,
      input: (asked) => ({ id: idIn(asked), form: asked.form }),
      async handle({ id, form }, visit) {
        const { therapist, published } = await publishedOf(id);
        const typed = typedIn(form);
        const seen = seenRevision(form);
        const read = readCorrection(form, published);
        if ('messages' in read)
          return formPage(visit, therapist, { typed, seen, messages: read.messages }, 422);
        const outcome = await reviews.act(id, read.command, visit.person.email, seen);
        if (outcome.kind === 'done') return redirect(`${addresses.one(id)}?done=corrected`);
        if (outcome.kind === 'conflict')
          throw new Error('A correction has no findings that could be contested.');
        if (outcome.outOfDate) return refusedPage(show, visit, outcome, form);
        return formPage(visit, outcome.therapist, { typed, seen, refusal: outcome.message }, 422);
      },
    }),
  ];
}
