import type { Connection } from 'mongoose';

/** By the clock that all processes share, so that nobody's own clock matters. In milliseconds since 1970. */
export async function serverTime({ connection }: { readonly connection: Connection }): Promise<number> {
  const { localTime } = await connection.db!.command({ hello: 1 });
  return (localTime as Date).getTime();
}
