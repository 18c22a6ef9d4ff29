import type { Therapist } from '../../domain/therapist.js';
import type { Ticket } from './change-numbers.js';
import { assertDistinct, orConflict } from './conflicts.js';
import type { Context } from './context.js';
import { isUnreachable } from './failures.js';
import { publish, undo } from './publish.js';
import type { TherapistRow } from './row-shapes.js';
import { contentOf } from './rows.js';
import { STATE_ID } from './state.js';

/** Rows laid down by one command; far below the time-out of the connection and the 48 MB of a message. */
const BATCH = 1000;

/**
 * Adds many with the revisions they have, all or none: all are laid down unseen, holding their keys; then one atomic write of the state row says that they are to be
 * seen; then they are. Before that write a death undoes the insertion, after it others finish it. Readers may see part of it meanwhile.
 */
export async function insertAll(context: Context, therapists: readonly Therapist[]): Promise<void> {
  if (therapists.length === 0) return;
  assertDistinct(therapists);
  const ticket = await context.numbers.take(therapists.length, 'staging');
  await stage(context, ticket, therapists).catch(async (error: unknown) => {
    // With the server away nobody knows what was laid down: recovery undoes it when this call is given up.
    if (!isUnreachable(error)) await undo(context, ticket);
    throw error;
  });
  await publish(context, ticket);
}

/** Lays all down unseen, and says that they are to be seen. */
async function stage(context: Context, ticket: Ticket, therapists: readonly Therapist[]): Promise<void> {
  const mine = (holder: { import: string | null }) => holder.import === ticket.call;
  for (let start = 0; start < therapists.length; start += BATCH) {
    const batch = therapists.slice(start, start + BATCH);
    const rows = batch.map((therapist, index) => stagedRow(therapist, ticket, start + index));
    await orConflict(context, batch, mine, () =>
      lay(context, { ...ticket, from: ticket.from + start }, rows),
    );
    await say(context, ticket, start + BATCH < therapists.length ? 'staging' : 'publishing');
  }
}

/** Anew after a duplicate that was freed: what the first try laid down is taken away. */
async function lay(
  { therapists }: Context,
  { call, from }: Ticket,
  rows: readonly TherapistRow[],
): Promise<void> {
  await therapists.deleteMany({ import: call, change: { $gte: from } });
  await therapists.insertMany(rows, { rawResult: true });
}

/** @throws Error when others have given this insertion up and undo it. */
async function say({ states }: Context, { call }: Ticket, kind: 'staging' | 'publishing'): Promise<void> {
  const path = `open.${call}`;
  const { matchedCount } = await states.updateOne(
    { _id: STATE_ID, [`${path}.kind`]: 'staging' },
    { $set: { [`${path}.kind`]: kind }, $currentDate: { [`${path}.at`]: true } },
  );
  if (matchedCount === 0)
    throw new Error('This insertion was silent for so long that another process has undone it: try again.');
}

function stagedRow(therapist: Therapist, { call, from }: Ticket, place: number): TherapistRow {
  return {
    _id: therapist.id,
    revision: therapist.revision,
    ...contentOf(therapist),
    live: false,
    import: call,
    change: from + place,
  };
}
