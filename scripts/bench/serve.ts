/*
 * A server for `web.ts` to measure, in a process of its own so that asking and answering do not share one thread:
 * `node serve.js directory DATA_DIR COUNT` serves the directory with generated therapists, on the engines that its environment names, `node serve.js bare` an Express app with
 * one route. Tells its port and how long it took from start to the first answer as a JSON line, and stops when its parent does.
 */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { pino } from 'pino';
import { randomId } from '../../src/compose/ids.js';
import { compose } from '../../src/compose.js';
import { readConfig } from '../../src/config.js';

async function directory(dataDir: string): Promise<RequestListener> {
  const free = { RATE_LIMIT: 'off', API_RATE_LIMIT: 'off', DEMO: '0' };
  const config = readConfig({ ...process.env, ...free, DATA_DIR: dataDir });
  const logger = pino(
    { level: 'info' },
    pino.destination({ dest: '/dev/null', sync: false, minLength: 4096 }),
  );
  const holdspace = compose(config, { clock: { now: () => new Date() }, newId: randomId, logger });
  await holdspace.start();
  return holdspace.app;
}

function bare(): RequestListener {
  const app = express();
  app.get('/', (_request, response) => {
    response.send('<!doctype html><title>Bare</title><p>Hello');
  });
  return app;
}

const [kind, dataDir = ''] = process.argv.slice(2);
const server = createServer(kind === 'bare' ? bare() : await directory(dataDir));
server.listen(0, '127.0.0.1', async () => {
  const { port } = server.address() as AddressInfo;
  await fetch(`http://127.0.0.1:${port}/`).then((answer) => answer.text());
  console.log(JSON.stringify({ port, startMs: Math.round(performance.now()) }));
});
process.on('disconnect', () => process.exit(0));
