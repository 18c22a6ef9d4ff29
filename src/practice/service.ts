import type { Clock } from '../domain/calendar.js';
import type { Report } from '../domain/report.js';
import type { Therapist } from '../domain/therapist.js';
import { act } from '../domain/workflow/act.js';
import { answerQuestions, type GivenAnswer } from '../domain/workflow/answer-questions.js';
import type { Command } from '../domain/workflow/command.js';
import { allowedActions } from '../domain/workflow/permission.js';
import { type Save, saveDraft } from '../domain/workflow/save-draft.js';
import { reports } from '../storage/kinds.js';
import type { Store } from '../storage/store.js';
import { updateWithRetry } from '../storage/update-with-retry.js';

export interface PracticeServiceDeps {
  store: Pick<Store, 'therapists' | 'records'>;
  clock: Clock;
  newId: () => string;
  /** Has queued emails sent at once. */
  nudge: () => void;
}

/** What a therapist does with a button. */
export type OwnAction = 'submit' | 'take-back' | 'drop' | 'confirm' | 'pause' | 'resume';

/** What therapists do with their own record. */
export interface PracticeService {
  /** @throws StaleDraft, Unmet, NotAllowed */
  save(therapist: Therapist, save: Save): Promise<Therapist>;
  /**
   * Does it once: a second call for what is done already changes nothing.
   * @throws StaleDraft when the draft changed since it was seen. @throws Unmet, NotAllowed
   */
  perform(therapist: Therapist, action: OwnAction, seenDraftRevision?: number): Promise<Therapist>;
  /** @throws StaleAnswers, NotAllowed */
  answer(therapist: Therapist, answers: readonly GivenAnswer[]): Promise<Therapist>;
  /** A report about this therapist; `null` where there is none with that id. */
  reportAbout(therapist: Pick<Therapist, 'id'>, id: string): Promise<Report | null>;
  /** Puts the therapist's answer into a report while it is open. */
  answerReport(report: Report, words: string): Promise<void>;
}

const actor = { role: 'therapist', email: null } as const;

export function createPracticeService({ store, clock, newId, nudge }: PracticeServiceDeps): PracticeService {
  async function change(seen: Therapist, apply: (therapist: Therapist) => Therapist): Promise<Therapist> {
    const { before, after } = await updateWithRetry(store.therapists, seen.id, apply, { seen });
    if (after.queuedEmails.length > before.queuedEmails.length) nudge();
    return after;
  }
  const context = () => ({ actor, now: clock.now(), newId, twoReviewers: false });

  return {
    save: (seen, save) => change(seen, (therapist) => saveDraft(therapist, save, context())),
    perform: (seen, action, seenDraftRevision) =>
      change(seen, (therapist) => {
        if (!allowedActions(therapist, 'therapist').includes(action) && isDone[action](therapist))
          return therapist;
        const asSeen = seenDraftRevision === undefined ? {} : { seenDraftRevision };
        return act(therapist, commandOf(action), { ...context(), ...asSeen });
      }),
    answer: (seen, answers) => change(seen, (therapist) => answerQuestions(therapist, answers, context())),
    async reportAbout({ id: therapistId }, id) {
      const report = await store.records(reports).get(id);
      return report?.therapistId === therapistId ? report : null;
    },
    async answerReport(seen, answer) {
      // Visitors who report the same fact write the record too: what they wrote is kept.
      const change = (report: Report) => (report.outcome === 'open' ? { ...report, answer } : null);
      await updateWithRetry(store.records(reports), seen.id, change, { seen });
    },
  };
}

function commandOf(action: OwnAction): Command {
  return action === 'drop' ? { action, reason: null, words: null } : { action };
}

const waits = ['submitted', 'in-review'];
const rests = ['editing', 'changes-asked'];

/** Whether the record is already in the state that the action leads to. */
const isDone: Record<OwnAction, (therapist: Therapist) => boolean> = {
  submit: ({ status, draftStatus }) => waits.includes(status) || waits.includes(String(draftStatus)),
  'take-back': ({ status, draftStatus }) =>
    ['draft', 'changes-asked'].includes(status) || rests.includes(String(draftStatus)),
  drop: ({ published, draftStatus }) => published !== null && draftStatus === null,
  confirm: () => false,
  pause: ({ status }) => status === 'paused',
  resume: ({ status }) => status === 'listed' || status === 'lapsed',
};
