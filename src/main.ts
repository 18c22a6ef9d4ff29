import { createServer } from 'node:http';
import { pino } from 'pino';
import { randomId } from './compose/ids.js';
import { listen } from './compose/listen.js';
import { compose } from './compose.js';
import { processConfig } from './config.js';
import { offsetClock } from './domain/calendar.js';
import { KnownError } from './domain/errors.js';
import { cleanClose } from './web/clean-close.js';
import { createMetricsServer } from './web/metrics-server.js';

/** How long requests under way may take after a stop signal. */
const GRACE_MS = 10_000;

async function main(): Promise<void> {
  const config = processConfig();
  const logger = pino({ level: config.logLevel }, pino.destination({ sync: false, minLength: 4096 }));
  const flush = setInterval(() => logger.flush(), 1000);
  flush.unref();
  // Loaded only when it is needed: its client takes a twentieth of a second to load.
  const metrics = config.metricsPort === null ? null : (await import('./web/metrics.js')).createMetrics();
  const holdspace = compose(config, {
    clock: offsetClock(config.clockOffsetDays),
    newId: randomId,
    logger,
    ...(metrics && { count: metrics.answered }),
  });
  const server = createServer(holdspace.app);
  const close = cleanClose(server, GRACE_MS);
  const metricsServer = metrics && createMetricsServer(metrics, holdspace.figures);
  let starting: Promise<void> = Promise.resolve();
  const stop = once(async () => {
    holdspace.health.phase = 'stopping';
    await close();
    // Wait until the start is done before closing the engines.
    await starting.catch(() => undefined);
    await holdspace.stop();
    metricsServer?.close();
    metricsServer?.closeAllConnections();
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
    if (metricsServer && metricsPort !== null) {
      const figures = await listen(metricsServer, { host, port: metricsPort, setting: 'METRICS_PORT' });
      console.log(`Figures for monitoring: ${figures}/metrics`);
    }
    return config.publicUrl ?? address;
  }
  starting = listenAll().then(async (address) => {
    await holdspace.start(address);
    // A stop signal may have arrived meanwhile.
    if (holdspace.health.phase !== 'serving') return;
    const fictional = await (await holdspace.open()).therapists.count({ demo: true });
    console.log(`Holdspace is ready: ${address}`);
    if (fictional > 0) console.log(`It shows a demonstration: ${fictional} fictional therapists.`);
  });
  // The catch below reports why the start failed, after everything is closed.
  await starting.catch(async (error: unknown) => {
    const stopRequested = holdspace.health.phase === 'stopping';
    await stop();
    if (!stopRequested) throw error;
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
  const isPlain = error instanceof KnownError && error.kind === 'misconfigured';
  console.error(isPlain ? error.message : error);
  process.exitCode = 1;
});
