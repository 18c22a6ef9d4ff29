import type { Connection } from 'mongoose';
import { toPortError, unreachable } from './failures.js';

/** How long a server may take to answer a ping. */
const PING_MS = 2_000;

type Method = (...args: never[]) => Promise<unknown>;

/** Wraps methods so that they reject once the store is closed and throw the errors of the port. */
export function guarded<Methods extends object>(methods: Methods, isOpen: () => boolean): Methods {
  const guard =
    (method: Method): Method =>
    async (...args) => {
      if (!isOpen()) throw new Error('The store is closed.');
      return method(...args).catch((error: unknown) => {
        throw toPortError(error);
      });
    };
  const entries = Object.entries<Method>(methods as Record<string, Method>);
  return Object.fromEntries(entries.map(([name, method]) => [name, guard(method)])) as Methods;
}

/** @throws StoreUnreachable when the server does not answer within {@link PING_MS}. */
export async function ping(connection: Connection): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unreachable()), PING_MS);
  });
  const answer = connection.db!.command({ ping: 1 });
  await Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
