import type { Ticket } from './change-numbers.js';
import type { Context } from './context.js';
import { STATE_ID } from './state.js';

/** Rows changed by one command. */
const BATCH = 2000;

/**
 * Lets everybody see what an insertion laid down. Whoever does it, the insertion itself or another process after its death, or both at
 * once: each row is let go once, under the number it was laid down with.
 */
export async function publish(context: Context, ticket: Ticket): Promise<void> {
  const { therapists, states, numbers } = context;
  const path = `open.${ticket.call}`;
  for (const part of parts(ticket)) {
    await therapists.updateMany(rowsOf(ticket, part), { $set: { live: true, import: null } });
    // What is done is not told again and again while the rest goes on.
    if (part.to < ticket.to)
      await states.updateOne(
        { _id: STATE_ID, [`${path}.kind`]: 'publishing' },
        { $set: { [`${path}.from`]: part.to + 1 }, $currentDate: { [`${path}.at`]: true } },
      );
  }
  await numbers.close(ticket);
}

/** Takes away what an insertion laid down. Nobody has seen it. */
export async function undo(context: Context, ticket: Ticket): Promise<void> {
  for (const part of parts(ticket)) await context.therapists.deleteMany(rowsOf(ticket, part));
  await context.numbers.close(ticket);
}

interface Part {
  readonly from: number;
  readonly to: number;
}

function parts({ from, to }: Part): Part[] {
  return Array.from({ length: Math.ceil((to - from + 1) / BATCH) }, (_, index) => ({
    from: from + index * BATCH,
    to: Math.min(to, from + (index + 1) * BATCH - 1),
  }));
}

function rowsOf({ call }: Ticket, { from, to }: Part) {
  return { import: call, change: { $gte: from, $lte: to } };
}
