import { createServer } from 'node:http';
import { pino } from 'pino';
import { randomId } from './compose/ids.js';
import { listen } from './compose/listen.js';
import { compose } from './compose.js';
import { ConfigError, processConfig } from './config.js';
import { SeedRefused } from './demo/read-seeds.js';
import { offsetClock } from './domain/calendar.js';
import { SearchMisconfigured } from './search/search-index.js';
import { StoreRefused } from './storage/store.js';
import { cleanClose } from './web/clean-close.js';
import { createMetricsServer } from './web/metrics-server.js';

/** How long requests under way may take after the stop was asked for. */
const GRACE_MS = 10_000;

async function main(): Promise<void> {
  const config = processConfig();
  const logger = pino({ level: config.logLevel }, pino.destination({ sync: false, minLength: 4096 }));
  const flush = setInterval(() => logger.flush(), 1000);
  flush.unref();
  // Loaded only when it is wanted: its client takes a twentieth of a second.
  const metrics = config.metricsPort === null ? null : (await import('./web/metrics.js')).createMetrics();
  const holdspace = compose(config, {
    clock: offsetClock(config.clockOffsetDays),
    newId: randomId,
    logger,
    ...(metrics && { count: metrics.answered }),
  });
  const server = createServer(holdspace.app);
  const close = cleanClose(server, GRACE_MS);
  const monitoring = metrics && createMetricsServer(metrics, holdspace.figures);
  let begun: Promise<void> = Promise.resolve();
  const stop = once(async () => {
    holdspace.health.phase = 'stopping';
    await close();
    // The engines are not closed under the hands of a start that is not done yet.
    await begun.catch(() => undefined);
    await holdspace.stop();
    monitoring?.close();
    monitoring?.closeAllConnections();
    clearInterval(flush);
    logger.flush();
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      logger.info({ signal }, 'stopping');
      void stop();
    });
  const { host, port, metricsPort } = config;
  async function listenAll(): Promise<string> {
    const address = await listen(server, { host, port, setting: 'PORT' });
    if (monitoring && metricsPort !== null) {
      const figures = await listen(monitoring, { host, port: metricsPort, setting: 'METRICS_PORT' });
      console.log(`Figures for monitoring: ${figures}/metrics`);
    }
    return config.publicUrl ?? address;
  }
  begun = listenAll().then(async (address) => {
    await holdspace.start(address);
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
