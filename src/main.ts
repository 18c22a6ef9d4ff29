import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { cleanClose } from './clean-close.js';
import { compose } from './compose.js';
import { type Config, ConfigError, processConfig } from './config.js';
import { SeedRefused } from './demo/read-seeds.js';
import { offsetClock } from './domain/calendar.js';
import { randomId } from './ids.js';
import { SearchMisconfigured } from './search/search-index.js';
import { StoreRefused } from './storage/store.js';

/** How long requests under way may take after the stop was asked for. */
const GRACE_MS = 10_000;

async function main(): Promise<void> {
  const config = processConfig();
  const logger = pino({ level: config.logLevel }, pino.destination({ sync: false, minLength: 4096 }));
  const flush = setInterval(() => logger.flush(), 1000);
  flush.unref();
  const holdspace = compose(config, {
    clock: offsetClock(config.clockOffsetDays),
    newId: randomId,
    logger,
  });
  const server = createServer(holdspace.app);
  const close = cleanClose(server, GRACE_MS);
  let begun: Promise<void> = Promise.resolve();
  const stop = once(async () => {
    holdspace.health.phase = 'stopping';
    await close();
    // The engines are not closed under the hands of a start that is not done yet.
    await begun.catch(() => undefined);
    await holdspace.stop();
    clearInterval(flush);
    logger.flush();
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      logger.info({ signal }, 'stopping');
      void stop();
    });
  begun = listen(server, config).then(async (address) => {
    await holdspace.start();
    // The stop may have been asked for meanwhile.
    if (holdspace.health.phase !== 'serving') return;
    const fictional = await (await holdspace.open()).therapists.count({ demo: true });
    console.log(`Holdspace is ready: ${address}`);
    if (fictional > 0) console.log(`It shows a demonstration: ${fictional} fictional therapists.`);
  });
  // Whatever kept it from starting is told by the catch below, once nothing holds the process any more.
  await begun.catch(async (error: unknown) => {
    const wanted = holdspace.health.phase === 'stopping';
    await stop();
    if (!wanted) throw error;
  });
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
  if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL'].includes(error.code ?? ''))
    return new ConfigError(`HOST wants an address of this machine: ${host} is none.`);
  return error;
}

function once(act: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => {
    done ??= act();
    return done;
  };
}

main().catch((error: unknown) => {
  const plain = [ConfigError, StoreRefused, SearchMisconfigured, SeedRefused].some(
    (kind) => error instanceof kind,
  );
  console.error(plain ? (error as Error).message : error);
  process.exitCode = 1;
});
