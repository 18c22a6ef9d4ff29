import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { compose } from './compose.js';
import { type Config, ConfigError, processConfig } from './config.js';
import { offsetClock } from './domain/calendar.js';
import { randomId } from './ids.js';
import { StoreRefused } from './storage/store.js';

/** How long requests under way may take after the stop was asked for. */
const GRACE_MS = 10_000;

async function main(): Promise<void> {
  const config = processConfig();
  const logger = pino({ level: config.logLevel }, pino.destination({ sync: false, minLength: 4096 }));
  const flush = setInterval(() => logger.flush(), 1000);
  flush.unref();
  const holdspace = await compose(config, {
    clock: offsetClock(config.clockOffsetDays),
    newId: randomId,
    logger,
  });
  const server = createServer(holdspace.app);
  const address = await listen(server, config);
  const stop = once(async (signal: string) => {
    logger.info({ signal }, 'stopping');
    holdspace.health.phase = 'stopping';
    await close(server);
    await holdspace.stop();
    logger.flush();
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
  await holdspace.start();
  const fictional = await holdspace.store.therapists.count({ demo: true });
  console.log(`Holdspace is ready: ${address}`);
  if (fictional > 0) console.log(`It shows a demonstration: ${fictional} fictional therapists.`);
}

function listen(server: Server, config: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, config)));
    server.listen(config.port, config.host, () => {
      const { port } = server.address() as AddressInfo;
      const host = config.host.includes(':') ? `[${config.host}]` : config.host;
      resolve(config.publicUrl ?? `http://${host}:${port}`);
    });
  });
}

function listenError(error: NodeJS.ErrnoException, { port, host }: Config): Error {
  if (error.code === 'EADDRINUSE')
    return new ConfigError(`PORT wants a port that is free: something else listens on ${port}.`);
  if (error.code === 'EACCES')
    return new ConfigError(`PORT wants a port that you may use: ${port} is reserved.`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new ConfigError(`HOST wants an address of this machine: ${host} is none.`);
  return error;
}

/** Takes no new connections, lets requests finish, and cuts what is left after the grace. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function once<T>(act: (argument: T) => Promise<void>): (argument: T) => Promise<void> {
  let begun: Promise<void> | null = null;
  return (argument) => {
    begun ??= act(argument);
    return begun;
  };
}

main().catch((error: unknown) => {
  const plain = error instanceof ConfigError || error instanceof StoreRefused;
  console.error(plain ? error.message : error);
  process.exitCode = 1;
});
