import type { Clock } from '../domain/calendar.js';
import type { Therapist } from '../domain/therapist.js';
import { act } from '../domain/workflow/act.js';
import { answerQuestions, type GivenAnswer } from '../domain/workflow/answer-questions.js';
import type { Command } from '../domain/workflow/command.js';
import { allowedActions } from '../domain/workflow/permission.js';
import { type Save, saveDraft } from '../domain/workflow/save-draft.js';
import { Conflict, type Store } from '../storage/store.js';

interface Tools {
  store: Pick<Store, 'therapists' | 'records'>;
  clock: Clock;
  newId: () => string;
  /** Has waiting letters sent at once. */
  nudge: () => void;
}

/** What a therapist does by a button of theirs. */
export type OwnAction = 'submit' | 'take-back' | 'drop' | 'confirm' | 'pause' | 'resume';

/** What therapists do with their own record. */
export interface PracticeService {
  /** @throws StaleDraft, Unmet, NotAllowed */
  save(therapist: Therapist, save: Save): Promise<Therapist>;
  /**
   * Does it, once: asked for again when it is done already, nothing happens.
   * @throws StaleDraft when the draft is not the one that was seen. @throws Unmet, NotAllowed
   */
  perform(therapist: Therapist, action: OwnAction, seenDraftRevision?: number): Promise<Therapist>;
  /** @throws StaleAnswers, NotAllowed */
  answer(therapist: Therapist, answers: readonly GivenAnswer[]): Promise<Therapist>;
}

const TRIES = 3;
const actor = { role: 'therapist', email: null } as const;

export function createPracticeService({ store, clock, newId, nudge }: Tools): PracticeService {
  /** Somebody else's write in between is taken up, and the act tried anew upon it. */
  async function change(seen: Therapist, apply: (therapist: Therapist) => Therapist): Promise<Therapist> {
    let therapist = seen;
    for (let tries = 1; ; tries++) {
      const changed = apply(therapist);
      if (changed === therapist) return therapist;
      const written = await store.therapists.update(changed).catch((error: unknown) => {
        if (error instanceof Conflict && error.field === 'revision' && tries < TRIES) return null;
        throw error;
      });
      if (written !== null) {
        if (written.queuedEmails.length > therapist.queuedEmails.length) nudge();
        return written;
      }
      therapist = (await store.therapists.get(seen.id)) ?? therapist;
    }
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
  };
}

function commandOf(action: OwnAction): Command {
  return action === 'drop' ? { action, reason: null, words: null } : { action };
}

const waits = ['submitted', 'in-review'];
const rests = ['editing', 'changes-asked'];

/** Whether the record stands where the action leads. */
const isDone: Record<OwnAction, (therapist: Therapist) => boolean> = {
  submit: ({ status, draftStatus }) => waits.includes(status) || waits.includes(String(draftStatus)),
  'take-back': ({ status, draftStatus }) =>
    ['draft', 'changes-asked'].includes(status) || rests.includes(String(draftStatus)),
  drop: ({ published, draftStatus }) => published !== null && draftStatus === null,
  confirm: () => false,
  pause: ({ status }) => status === 'paused',
  resume: ({ status }) => status === 'listed' || status === 'lapsed',
};
