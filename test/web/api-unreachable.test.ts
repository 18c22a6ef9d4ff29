import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { pino } from 'pino';
import { StoreUnreachable } from '../../src/storage/store.js';
import { createApp } from '../../src/web/app.js';
import { loadAssets } from '../../src/web/assets.js';
import { noCache } from '../../src/web/page-cache.js';

describe('the API without its database server', () => {
  it('answers 503 with a time to retry, as the pages do, and not 500', async () => {
    const log: string[] = [];
    const { app, serveApi } = createApp({
      assets: loadAssets('views/assets'),
      renderPage: () => '',
      health: { phase: 'serving' },
      logger: pino({ level: 'error' }, { write: (line: string) => void log.push(line) }),
      newId: () => 'request1',
      report: async () => ({ store: 'unreachable', search: 'ok', degraded: ['store'] }),
      https: false,
      trustProxy: 0,
      rateLimit: null,
      apiRateLimit: null,
      publicUrl: null,
      demo: () => false,
    });
    const run = async () => {
      throw new StoreUnreachable('The store does not answer.');
    };
    serveApi([{ path: '/accuracy', cacheControl: 'no-cache', run }], noCache);
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      const { port } = server.address() as AddressInfo;
      const answer = await fetch(`http://127.0.0.1:${port}/api/v1/accuracy`);
      expect(answer.status).to.equal(503);
      expect(answer.headers.get('retry-after')).to.equal('2');
      expect(answer.headers.get('content-type')).to.match(/^application\/problem\+json/);
      expect(log).to.deep.equal([]);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
