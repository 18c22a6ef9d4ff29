import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';

/** How often it looks whether all answers are out. */
const LOOK_MS = 20;

/**
 * A way to close the server that takes no new connections, lets every answer reach its client whole, and cuts what is left after
 * `graceMs`. Call it before the server listens.
 *
 * Node's own `close` and `closeIdleConnections` treat a connection as idle as soon as the answer was handed over, which would cut off a
 * slow client. So this closes idle connections only while no answer is on its way.
 */
export function cleanClose(server: Server, graceMs: number): () => Promise<void> {
  let underWay = 0;
  server.on('request', (_request, response) => {
    underWay++;
    response.once('close', () => underWay--);
  });
  return () =>
    new Promise((resolve) => {
      const check = setInterval(() => {
        if (underWay === 0) server.closeIdleConnections();
      }, LOOK_MS);
      const cut = setTimeout(() => server.closeAllConnections(), graceMs);
      NetServer.prototype.close.call(server, () => {
        clearInterval(check);
        clearTimeout(cut);
        resolve();
      });
    });
}
