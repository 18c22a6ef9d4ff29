import { createServer, type Server } from 'node:http';
import type { Figures, Metrics } from './metrics.js';

/** A server for `/metrics` and nothing else, on a port that the public never sees. */
export function createMetricsServer(metrics: Metrics, figures: () => Promise<Figures>): Server {
  return createServer((request, response) => {
    if (request.url !== '/metrics')
      return response.writeHead(404).end('There is nothing but /metrics here.\n');
    if (request.method !== 'GET') return response.writeHead(405, { Allow: 'GET' }).end();
    return figures()
      .then((now) => metrics.text(now))
      .then(
        (text) => response.writeHead(200, { 'Content-Type': metrics.contentType }).end(text),
        () => response.writeHead(500).end('The figures could not be gathered.\n'),
      );
  });
}
