import { addDays, type Day, toDay } from '../domain/calendar.js';
import type { Actor } from '../domain/history.js';
import type { Section } from '../domain/profile.js';
import { fieldNames, sectionOf } from '../domain/profile-fields.js';
import type { Therapist } from '../domain/therapist.js';
import { act } from '../domain/workflow/act.js';
import { answerQuestions } from '../domain/workflow/answer-questions.js';
import type { Command } from '../domain/workflow/command.js';
import { newApplication } from '../domain/workflow/new-application.js';
import { recordFindings } from '../domain/workflow/recheck.js';
import { saveDraft } from '../domain/workflow/save-draft.js';
import { tick } from '../domain/workflow/tick.js';
import { scheduleNextCheck } from '../domain/workflow/transition.js';
import { type DayAt, resolveParts } from './resolve-seed.js';
import type { Story, StoryCommand, StoryStep } from './story.js';

interface Replay {
  story: Story;
  dayAt: DayAt;
  now: Date;
  newId: () => string;
}

const FIRST_HOUR = 13;
const MINUTES_BETWEEN = 9;

/**
 * The record on the day of `now` after every step of the story. The functions that change real records make it,
 * each step at its own time, so one day always gives the same record. The record is marked `demo` and has no
 * queued emails.
 * @throws NotAllowed, Unmet when a step of the story is not possible
 */
export function replayStory(story: Story, now: Date): Therapist {
  const today = toDay(now);
  const dayAt: DayAt = (offset) => addDays(today, offset);
  let made = 0;
  const newId = () => `${story.id}${String(++made).padStart(4, '0')}`;
  const replayed = story.steps.reduce<Therapist | null>((record, step, index) => {
    const replay = { story, dayAt, newId, now: momentOf(dayAt(-step.daysAgo), index) };
    return withoutEmails(applyStep(record, step, replay));
  }, null);
  if (replayed === null) throw new Error(`The story of ${story.id} has no steps.`);
  const midnight = new Date(`${today}T00:00:00.000Z`);
  return scheduleNextCheck(withoutEmails(tick(replayed, { now: midnight, newId })), midnight);
}

/** The day on which a story was replayed, computed from the creation of its record. */
export function replayedOn({ steps }: Story, { createdAt }: Pick<Therapist, 'createdAt'>): Day {
  return addDays(createdAt, steps[0]!.daysAgo);
}

const momentOf = (day: Day, index: number) =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + (FIRST_HOUR * 60 + index * MINUTES_BETWEEN) * 60_000);

const withoutEmails = (record: Therapist): Therapist => ({ ...record, queuedEmails: [], demo: true });

function applyStep(record: Therapist | null, step: StoryStep, replay: Replay): Therapist {
  if (step.do === 'begin') return create(step, replay);
  if (record === null) throw new Error(`The story of ${replay.story.id} does not start with "begin".`);
  const { now, newId } = replay;
  return applyAction(tick(record, { now, newId }), step, replay);
}

function create({ role, knows }: Extract<StoryStep, { do: 'begin' }>, replay: Replay): Therapist {
  const { story, now, newId } = replay;
  const by: Actor = { role, email: null };
  return newApplication({ id: story.id, email: story.email, now, newId, by, draft: partsOf(knows, replay) });
}

function applyAction(
  record: Therapist,
  step: Exclude<StoryStep, { do: 'begin' }>,
  replay: Replay,
): Therapist {
  const { now, newId, dayAt } = replay;
  const therapist = { actor: { role: 'therapist', email: record.email } as const, now, newId };
  const save = { seenDraftRevision: record.draftRevision };
  switch (step.do) {
    case 'write':
      return saveDraft(record, { ...save, patch: partsOf(step.sections, replay) }, therapist);
    case 'change':
      return saveDraft(record, { ...save, patch: resolveParts(step.patch, dayAt) }, therapist);
    case 'prove':
      return saveDraft(record, { ...save, evidence: step.evidence, supervisor: step.supervisor }, therapist);
    case 'answer':
      return answerQuestions(record, step.answers, therapist);
    case 'find': {
      const found = step.found.map((one) => ({ ...one, on: toDay(now) }));
      return recordFindings(record, found, { actor: { role: 'reviewer', email: step.by }, now, newId });
    }
    case 'act': {
      const actor: Actor = step.by === undefined ? therapist.actor : { role: 'reviewer', email: step.by };
      return act(record, commandOf(step.command, dayAt), { actor, now, newId, twoReviewers: false });
    }
    case 'clock':
      return record;
  }
}

/** The parts of the story's profile that belong to these sections. */
function partsOf(wanted: readonly Section[], { story, dayAt }: Replay) {
  const fields = fieldNames.filter((field) => wanted.includes(sectionOf(field)));
  const parts = Object.fromEntries(fields.map((field) => [field, story.profile[field]]));
  return resolveParts(parts, dayAt);
}

function commandOf(command: StoryCommand, dayAt: DayAt): Command {
  return command.action === 'correct' ? { ...command, patch: resolveParts(command.patch, dayAt) } : command;
}
