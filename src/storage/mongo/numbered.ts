import type { Ticket } from './change-numbers.js';
import type { Context } from './context.js';
import { isUnreachable } from './failures.js';

/**
 * Runs `write` under `count` change numbers that begin with the one it is given. When the server goes away and
 * the outcome is unknown, the numbers stay open, and readers read them again until they are abandoned. When
 * another process abandoned them while `write` was still running, readers may have passed them. Then `rewrite`
 * gives what was written under the numbers from `earlier` new numbers.
 */
export async function withChangeNumbers<T>(
  context: Context,
  count: number,
  write: (from: number) => Promise<T>,
  rewrite: (from: number, earlier: number) => Promise<unknown>,
): Promise<T> {
  const ticket = await context.numbers.take(count, 'write');
  const result = await write(ticket.from).catch(async (error: unknown) => {
    if (!isUnreachable(error)) await close(context, ticket);
    throw error;
  });
  if (!(await close(context, ticket)))
    await withChangeNumbers(context, count, (from) => rewrite(from, ticket.from), rewrite);
  return result;
}

/** Returns true when closing fails: the write itself succeeded. */
async function close({ numbers, logger }: Context, ticket: Ticket): Promise<boolean> {
  return numbers.close(ticket).catch((error: Error) => {
    logger?.warn({ err: error.name }, 'store: a change number stays open until it is abandoned');
    return true;
  });
}
