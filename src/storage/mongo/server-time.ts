import type { Connection } from 'mongoose';

/** The server's clock, which all processes share, in milliseconds since 1970. */
export async function serverTime({ connection }: { readonly connection: Connection }): Promise<number> {
  const { localTime } = await connection.db!.command({ hello: 1 });
  return (localTime as Date).getTime();
}
