import { createServer } from 'node:http';
import { expect } from 'chai';
import { listen, originOf } from '../src/compose/listen.js';

describe('printed address', () => {
  for (const [host, origin] of [
    ['127.0.0.1', 'http://127.0.0.1:3000'],
    ['192.0.2.7', 'http://192.0.2.7:3000'],
    ['::1', 'http://[::1]:3000'],
    ['localhost', 'http://localhost:3000'],
    ['0.0.0.0', 'http://127.0.0.1:3000'],
    ['::', 'http://[::1]:3000'],
  ] as const)
    it(`is ${origin} when listening on ${host}`, () => {
      expect(originOf({ host, port: 3000 })).to.equal(origin);
    });

  it('answers when the server listens on every address', async () => {
    const server = createServer((_request, response) => response.end('Here'));
    const origin = await listen(server, { host: '0.0.0.0', port: 0, setting: 'PORT' });
    try {
      expect(await (await fetch(origin)).text()).to.equal('Here');
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });
});
