import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { pino } from 'pino';
import { createApp } from '../../src/web/app.js';
import { loadAssets } from '../../src/web/assets.js';

describe('a failure of the error page', () => {
  it('is answered with a plain sentence, and is logged', async () => {
    const log: string[] = [];
    const { app } = createApp({
      assets: loadAssets('views/assets'),
      renderPage: () => {
        throw new Error('the view errors/failed cannot be filled');
      },
      health: { phase: 'serving' },
      logger: pino({ level: 'error' }, { write: (line: string) => void log.push(line) }),
      newId: () => 'request1',
      report: async () => ({ store: 'ok', search: 'ok', degraded: [] }),
      https: false,
      trustProxy: 0,
      rateLimit: null,
      apiRateLimit: null,
      publicUrl: null,
      demo: () => false,
    });
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/nowhere`);
      expect(answer.status).to.equal(500);
      expect(await answer.text()).to.equal('Something went wrong on our side. Please try again.');
      expect(log.join('')).to.contain('errors/failed');
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
