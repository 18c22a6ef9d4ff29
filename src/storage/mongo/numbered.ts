import type { Ticket } from './change-numbers.js';
import type { Context } from './context.js';
import { isUnreachable } from './failures.js';

/**
 * Does `work` under `count` change numbers, beginning with the one it is given. When nobody knows whether it was done (the server went
 * away), its numbers stay open, so that readers look at them again, until they are given up. When they were given up while `work`
 * was still at it, readers may have gone past them: then `again` tells what was written under the numbers from `told` on anew.
 */
export async function numbered<T>(
  context: Context,
  count: number,
  work: (from: number) => Promise<T>,
  again: (from: number, told: number) => Promise<unknown>,
): Promise<T> {
  const ticket = await context.numbers.take(count, 'write');
  const result = await work(ticket.from).catch(async (error: unknown) => {
    if (!isUnreachable(error)) await closed(context, ticket);
    throw error;
  });
  if (!(await closed(context, ticket)))
    await numbered(context, count, (from) => again(from, ticket.from), again);
  return result;
}

/** What was written is written: that the numbers could not be closed is no reason to say that it was not. */
async function closed({ numbers, logger }: Context, ticket: Ticket): Promise<boolean> {
  return numbers.close(ticket).catch((error: Error) => {
    logger?.warn({ err: error.name }, 'A change number stays open until it is given up');
    return true;
  });
}
