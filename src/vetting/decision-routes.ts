import { toDay } from '../domain/calendar.js';
import { reasonCodes } from '../domain/history.js';
import type { Therapist } from '../domain/therapist.js';
import type { Command } from '../domain/workflow/command.js';
import { isOnceListed } from '../domain/workflow/permission.js';
import { writeEmail } from '../emails/write-email.js';
import { type Answer, redirect } from '../web/answer.js';
import { NotFound } from '../web/errors.js';
import { type Messages, seenRevision } from '../web/fields.js';
import { idIn, reviewRoute } from '../web/review-route.js';
import type { AnyRoute, Asked } from '../web/route.js';
import type { Visit } from '../web/visit.js';
import { reasonWords } from '../wording/reasons.js';
import { addresses, doneAddress } from './addresses.js';
import { type DecisionTyped, readDecision, stepOf, typedDecision } from './decision-form.js';
import { type Decision, decisions } from './decisions.js';
import type { VettingRoutesDeps } from './deps.js';
import { initialDecisionForm, questionableFields } from './initial-decision-form.js';
import { decidePage } from './pages/decide.js';
import { previewPage } from './pages/preview.js';
import { refusedPage } from './refused.js';
import type { Outcome } from './review-service.js';
import { caseOf } from './subject.js';

/** A decision in two steps: the words, then a preview of what goes out. */
export function decisionRoutes(deps: VettingRoutesDeps): AnyRoute[] {
  return [beginRoute(deps), decideRoute(deps)];
}

const decisionIn = ({ params }: Asked) => decisions.find((decision) => decision === params.decision);

function beginRoute({ reviews, show }: VettingRoutesDeps): AnyRoute {
  return reviewRoute({
    path: addresses.decide(':id', ':decision'),
    input: (asked) => ({ id: idIn(asked), decision: decisionIn(asked) }),
    async handle({ id, decision }, visit) {
      const therapist = await reviews.get(id);
      if (decision === undefined) throw new NotFound('no such decision');
      const typed = initialDecisionForm(decision, therapist);
      // A reviewer who may not decide reads that before typing.
      const refused = reviews.rehearse(therapist, likely(decision), visit.person.email);
      if ('kind' in refused && refused.outOfDate)
        return refusedPage(show, visit, refused, new URLSearchParams());
      const refusal = 'kind' in refused && decision === 'list' ? refused.message : '';
      return formPage(show, visit, { decision, therapist, typed, refusal });
    },
  });
}

/** A complete command of that kind, to check whether it is allowed. */
function likely(action: Decision): Command {
  const asked = [{ field: 'about', question: 'any' }];
  return { action, words: 'any', reason: 'other', asked } as unknown as Command;
}

interface FormState {
  decision: Decision;
  therapist: Therapist;
  typed: DecisionTyped;
  seen?: number;
  messages?: Messages;
  refusal?: string;
}

function formPage(
  show: VettingRoutesDeps['show'],
  visit: Visit<'reviewer'>,
  state: FormState,
  status = 200,
): Answer {
  const { therapist, seen = therapist.draftRevision, messages = new Map(), refusal = '' } = state;
  const { formToken } = visit.person;
  const model = decidePage({ ...state, draftRevision: String(seen), messages, refusal, formToken });
  return show(visit, { view: 'vetting/decide', title: model.heading, model }, status);
}

function decideRoute(deps: VettingRoutesDeps): AnyRoute {
  const { reviews, show } = deps;
  return reviewRoute({
    method: 'post',
    path: addresses.decide(':id', ':decision'),
    input: (asked) => ({ id: idIn(asked), decision: decisionIn(asked), form: asked.form }),
    async handle({ id, decision, form }, visit) {
      const therapist = await reviews.get(id);
      if (decision === undefined) throw new NotFound('no such decision');
      const typed = typedDecision(form);
      const seen = seenRevision(form);
      const step = stepOf(form);
      const state = { decision, therapist, typed, seen };
      if (step === 'template') return formPage(show, visit, { ...state, typed: withTemplate(typed) });
      if (step === 'change') return formPage(show, visit, state);
      const read = readDecision(decision, typed, questionableFields(caseOf(therapist)));
      if ('messages' in read) return formPage(show, visit, { ...state, messages: read.messages }, 422);
      const { email } = visit.person;
      if (step === 'preview') return preview(deps, visit, { ...state, command: read.command });
      const outcome = await reviews.act(id, read.command, email, seen);
      if (outcome.kind === 'done') return redirect(doneAddress(doneCode(decision, outcome), id));
      if (outcome.kind === 'refused' && !outcome.outOfDate)
        return formPage(show, visit, { ...state, refusal: outcome.message }, 422);
      if (outcome.kind === 'refused') return refusedPage(show, visit, outcome, form);
      throw new Error('A decision has no findings that could be contested.');
    },
  });
}

function withTemplate(typed: DecisionTyped): DecisionTyped {
  const reason = reasonCodes.find((code) => code === typed.reason);
  return { ...typed, words: reason === undefined ? '' : reasonWords[reason].template };
}

function preview(
  { reviews, show, clock, origin }: VettingRoutesDeps,
  visit: Visit<'reviewer'>,
  { command, ...state }: FormState & { command: Command; seen: number },
): Answer {
  const { therapist, seen } = state;
  const { email, formToken } = visit.person;
  const after = reviews.rehearse(therapist, command, email, seen);
  if ('kind' in after)
    return after.outOfDate
      ? refusedPage(show, visit, after, new URLSearchParams({ words: state.typed.words }))
      : formPage(show, visit, { ...state, refusal: after.message }, 422);
  const known = new Set(therapist.queuedEmails.map(({ id }) => id));
  const context = { origin: origin(), today: toDay(clock.now()), path: null, therapist: after };
  const emails = after.queuedEmails
    .filter(({ id }) => !known.has(id))
    .map(({ kind, facts }) => writeEmail(kind, facts, context));
  const waits = state.decision === 'list' && after.approvedBy !== null;
  const model = previewPage({ ...state, emails, draftRevision: String(seen), formToken, waits });
  return show(visit, { view: 'vetting/preview', title: model.heading, model });
}

/** The notice that the queue shows. */
function doneCode(decision: Decision, { before, therapist }: Extract<Outcome, { kind: 'done' }>): string {
  if (decision === 'list') {
    if (therapist.approvedBy !== null) return 'approved';
    return isOnceListed(before) ? 'edit-listed' : 'listed';
  }
  if (decision === 'restore' && therapist.status === 'lapsed') return 'lapsed';
  return { ask: 'asked', decline: 'declined', drop: 'dropped', suspend: 'suspended', restore: 'restored' }[
    decision
  ];
}
