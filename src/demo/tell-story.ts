import { addDays, type Day, toDay } from '../domain/calendar.js';
import type { Actor } from '../domain/history.js';
import type { Section } from '../domain/profile.js';
import { fieldNames, sectionOf } from '../domain/profile-fields.js';
import type { Therapist } from '../domain/therapist.js';
import { act } from '../domain/workflow/act.js';
import { answerQuestions } from '../domain/workflow/answer-questions.js';
import type { Command } from '../domain/workflow/command.js';
import { begin } from '../domain/workflow/new-application.js';
import { recordFindings } from '../domain/workflow/recheck.js';
import { saveDraft } from '../domain/workflow/save-draft.js';
import { tick } from '../domain/workflow/tick.js';
import { scheduleNextCheck } from '../domain/workflow/transition.js';
import { type DayAt, resolveParts } from './resolve-seed.js';
import type { Story, StoryCommand, StoryStep } from './story.js';

interface Telling {
  story: Story;
  dayAt: DayAt;
  now: Date;
  newId: () => string;
}

const FIRST_HOUR = 13;
const MINUTES_BETWEEN = 9;

/**
 * The record as it stands on the day of `now` after everything that the story tells, made by the same functions that real records are
 * made by, each at its own moment. The same day always gives the same record. It carries `demo`, and nobody waits for its letters.
 * @throws NotAllowed, Unmet when the story tells what cannot happen
 */
export function tellStory(story: Story, now: Date): Therapist {
  const today = toDay(now);
  const dayAt: DayAt = (offset) => addDays(today, offset);
  let made = 0;
  const newId = () => `${story.id}${String(++made).padStart(4, '0')}`;
  const told = story.steps.reduce<Therapist | null>((record, step, index) => {
    const telling = { story, dayAt, newId, now: momentOf(dayAt(-step.daysAgo), index) };
    return quiet(done(record, step, telling));
  }, null);
  if (told === null) throw new Error(`The story of ${story.id} has no beginning.`);
  const midnight = new Date(`${today}T00:00:00.000Z`);
  return scheduleNextCheck(quiet(tick(told, { now: midnight, newId })), midnight);
}

/** The day before which nothing of it was: what the day of telling was, when its record was made then. */
export function toldOn({ steps }: Story, { createdAt }: Pick<Therapist, 'createdAt'>): Day {
  return addDays(createdAt, steps[0]!.daysAgo);
}

const momentOf = (day: Day, index: number) =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + (FIRST_HOUR * 60 + index * MINUTES_BETWEEN) * 60_000);

const quiet = (record: Therapist): Therapist => ({ ...record, queuedEmails: [], demo: true });

function done(record: Therapist | null, step: StoryStep, telling: Telling): Therapist {
  if (step.do === 'begin') return begun(step, telling);
  if (record === null) throw new Error(`The story of ${telling.story.id} has no beginning.`);
  const { now, newId } = telling;
  return steps(tick(record, { now, newId }), step, telling);
}

function begun({ role, knows }: Extract<StoryStep, { do: 'begin' }>, telling: Telling): Therapist {
  const { story, now, newId } = telling;
  const by: Actor = { role, email: null };
  return begin({ id: story.id, email: story.email, now, newId, by, draft: written(knows, telling) });
}

function steps(record: Therapist, step: Exclude<StoryStep, { do: 'begin' }>, telling: Telling): Therapist {
  const { now, newId, dayAt } = telling;
  const therapist = { actor: { role: 'therapist', email: record.email } as const, now, newId };
  const save = { seenDraftRevision: record.draftRevision };
  switch (step.do) {
    case 'write':
      return saveDraft(record, { ...save, patch: written(step.sections, telling) }, therapist);
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
function written(wanted: readonly Section[], { story, dayAt }: Telling) {
  const fields = fieldNames.filter((field) => wanted.includes(sectionOf(field)));
  const parts = Object.fromEntries(fields.map((field) => [field, story.profile[field]]));
  return resolveParts(parts, dayAt);
}

function commandOf(command: StoryCommand, dayAt: DayAt): Command {
  return command.action === 'correct' ? { ...command, patch: resolveParts(command.patch, dayAt) } : command;
}
