import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { cleanClose } from '../../src/web/clean-close.js';
import { startStopwatch } from '../support/stopwatch.js';

/** Far more than the system buffers for a client that does not read. */
const LARGE = Buffer.alloc(32 * 1024 * 1024, 'x');

describe('a clean close', () => {
  let server: Server;
  let close: () => Promise<void>;
  let client: Socket;

  async function serve(handle: RequestListener, graceMs = 5000): Promise<void> {
    server = createServer(handle);
    close = cleanClose(server, graceMs);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    client = connect((server.address() as AddressInfo).port, '127.0.0.1').pause();
    client.on('error', () => undefined);
    client.write('GET / HTTP/1.1\r\nHost: here\r\n\r\n');
  }
  afterEach(() => {
    client?.destroy();
    server?.closeAllConnections();
    server?.close();
  });

  /** Everything the server still sends, in bytes. */
  async function rest(): Promise<number> {
    let length = 0;
    client.on('data', (chunk: Buffer) => {
      length += chunk.length;
    });
    await once(client.resume(), 'close');
    return length;
  }

  it('sends a complete response to a slow client', async () => {
    await serve((_request, response) => response.end(LARGE));
    await pause(200);
    const closed = close();
    await pause(200);
    expect(await rest()).to.be.above(LARGE.length);
    await closed;
  });

  it('waits for a running handler', async () => {
    await serve((_request, response) => void setTimeout(() => response.end('done'), 300));
    await pause(100);
    const closed = close();
    expect(await rest()).to.be.above('done'.length);
    await closed;
  });

  it('cuts the remaining connections after the grace period', async () => {
    await serve((_request, response) => response.end(LARGE), 300);
    await pause(100);
    const [began, elapsed] = [performance.now(), startStopwatch()];
    await close();
    expect(performance.now() - began).to.be.least(250);
    expect(elapsed()).to.be.below(1500);
    expect(await rest()).to.be.below(LARGE.length);
  });

  it('accepts no new connection', async () => {
    await serve((_request, response) => response.end('done'));
    const { port } = server.address() as AddressInfo;
    await close();
    const [error] = await once(connect(port, '127.0.0.1'), 'error').catch((reason) => [reason]);
    expect(error).to.have.property('code', 'ECONNREFUSED');
  });

  it('ends at once for a server that never listened', async () => {
    const elapsed = startStopwatch();
    await cleanClose(createServer(), 5000)();
    expect(elapsed()).to.be.below(1000);
  });
});
