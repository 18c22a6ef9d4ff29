import type { Ticket } from './change-numbers.js';
import type { Context } from './context.js';
import { STATE_ID } from './state.js';

/** Rows updated by one command. */
const BATCH = 2000;

/**
 * Makes the rows of an insertion visible. The insertion itself, another process after its death, or both at
 * once may run it: each row is published once, under the number it was staged with.
 */
export async function publish(context: Context, ticket: Ticket): Promise<void> {
  const { therapists, states, numbers } = context;
  const path = `open.${ticket.call}`;
  for (const batch of batches(ticket)) {
    await therapists.updateMany(rowsOf(ticket, batch), { $set: { live: true, import: null } });
    // Narrows the open range, so that readers do not read the finished part again and again.
    if (batch.to < ticket.to)
      await states.updateOne(
        { _id: STATE_ID, [`${path}.kind`]: 'publishing' },
        { $set: { [`${path}.from`]: batch.to + 1 }, $currentDate: { [`${path}.at`]: true } },
      );
  }
  await numbers.close(ticket);
}

/** Deletes the rows of an insertion. No reader has seen them. */
export async function undo(context: Context, ticket: Ticket): Promise<void> {
  for (const batch of batches(ticket)) await context.therapists.deleteMany(rowsOf(ticket, batch));
  await context.numbers.close(ticket);
}

interface Batch {
  readonly from: number;
  readonly to: number;
}

function batches({ from, to }: Batch): Batch[] {
  return Array.from({ length: Math.ceil((to - from + 1) / BATCH) }, (_, index) => ({
    from: from + index * BATCH,
    to: Math.min(to, from + (index + 1) * BATCH - 1),
  }));
}

function rowsOf({ call }: Ticket, { from, to }: Batch) {
  return { import: call, change: { $gte: from, $lte: to } };
}
