import type { Connection } from 'mongoose';
import { named, unreachable } from './failures.js';

/** How long a server may take to say that it is there. */
const PING_MS = 2_000;

type Method = (...args: never[]) => Promise<unknown>;

/** The same methods, that reject once the store is closed, and name what went wrong as the port does. */
export function guarded<Methods extends object>(methods: Methods, isOpen: () => boolean): Methods {
  const guard =
    (method: Method): Method =>
    async (...args) => {
      if (!isOpen()) throw new Error('The store is closed.');
      return method(...args).catch((error: unknown) => {
        throw named(error);
      });
    };
  const entries = Object.entries<Method>(methods as Record<string, Method>);
  return Object.fromEntries(entries.map(([name, method]) => [name, guard(method)])) as Methods;
}

/** @throws StoreUnreachable when the server does not answer at once: whoever asks wants to know now. */
export async function ping(connection: Connection): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unreachable()), PING_MS);
  });
  const answer = connection.db!.command({ ping: 1 });
  await Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
