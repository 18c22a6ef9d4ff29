import type { Therapist } from '../../domain/therapist.js';
import type { Ticket } from './change-numbers.js';
import { assertDistinct, catchDuplicate } from './conflicts.js';
import type { Context } from './context.js';
import { isUnreachable } from './failures.js';
import { publish, undo } from './publish.js';
import type { TherapistRow } from './row-shapes.js';
import { contentOf } from './rows.js';
import { STATE_ID } from './state.js';

/** Rows inserted by one command. Far below the connection's timeout and the 48 MB limit of a message. */
const BATCH = 1000;

/**
 * Adds many records with their own revisions, all or none. First stages them hidden, holding their unique keys.
 * Then one atomic write of the state row commits them. Then it publishes them. A process that dies before the
 * commit has its rows undone; after the commit, another process finishes the work. Readers may see part of it
 * meanwhile.
 */
export async function insertAll(context: Context, therapists: readonly Therapist[]): Promise<void> {
  if (therapists.length === 0) return;
  assertDistinct(therapists);
  const ticket = await context.numbers.take(therapists.length, 'staging');
  await stage(context, ticket, therapists).catch(async (error: unknown) => {
    // When the server is unreachable, the outcome is unknown. Recovery undoes the rows once this call counts as
    // abandoned.
    if (!isUnreachable(error)) await undo(context, ticket);
    throw error;
  });
  await publish(context, ticket);
}

/** Inserts all rows hidden, then marks the insertion as committed. */
async function stage(context: Context, ticket: Ticket, therapists: readonly Therapist[]): Promise<void> {
  const isOwn = (holder: { import: string | null }) => holder.import === ticket.call;
  for (let start = 0; start < therapists.length; start += BATCH) {
    const batch = therapists.slice(start, start + BATCH);
    const rows = batch.map((therapist, index) => stagedRow(therapist, ticket, start + index));
    await catchDuplicate(context, batch, isOwn, () =>
      insertStaged(context, { ...ticket, from: ticket.from + start }, rows),
    );
    await markStage(context, ticket, start + BATCH < therapists.length ? 'staging' : 'publishing');
  }
}

/** May run again after a duplicate key was freed, so it first deletes what the first try inserted. */
async function insertStaged(
  { therapists }: Context,
  { call, from }: Ticket,
  rows: readonly TherapistRow[],
): Promise<void> {
  await therapists.deleteMany({ import: call, change: { $gte: from } });
  await therapists.insertMany(rows, { rawResult: true });
}

/** @throws Error when another process has abandoned this insertion and undoes it. */
async function markStage(
  { states }: Context,
  { call }: Ticket,
  kind: 'staging' | 'publishing',
): Promise<void> {
  const path = `open.${call}`;
  const { matchedCount } = await states.updateOne(
    { _id: STATE_ID, [`${path}.kind`]: 'staging' },
    { $set: { [`${path}.kind`]: kind }, $currentDate: { [`${path}.at`]: true } },
  );
  if (matchedCount === 0)
    throw new Error('Another process undid this insertion because it was silent for too long: try again.');
}

function stagedRow(therapist: Therapist, { call, from }: Ticket, offset: number): TherapistRow {
  return {
    _id: therapist.id,
    revision: therapist.revision,
    ...contentOf(therapist),
    live: false,
    import: call,
    change: from + offset,
  };
}
