/*
 * A server for `web.ts` to measure, in its own process so that client and server do not share a thread.
 * `node serve.js directory DATA_DIR` serves the directory with generated therapists, on the engines of its environment;
 * `node serve.js bare` serves an Express app with one route. Prints its port and the time from start to the first answer
 * as a JSON line, and stops with its parent.
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
