import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

/** What is known of an answer; nothing of what was asked for but the route, as it is declared. */
export interface Answered {
  method: string;
  route: string;
  status: number;
  seconds: number;
  /** Whether the page was kept already; `undefined` where nothing is kept. */
  cache: 'hit' | 'miss' | undefined;
}

/**
 * Logs one line for each answer: route, status and time, and passes the same to `count`. It writes neither the requested address nor the
 * visitor's: what people search for here is private.
 */
export function accessLog(logger: Logger, count?: (answer: Answered) => void): RequestHandler {
  return (request, response, next) => {
    const began = performance.now();
    response.on('finish', () => {
      const { method } = request;
      const { statusCode: status, locals } = response;
      const route: string = locals.route ?? 'none';
      const ms = performance.now() - began;
      logger.info({ method, route, status, ms: Math.round(ms * 10) / 10 }, 'answered');
      count?.({ method, route, status, seconds: ms / 1000, cache: locals.cache });
    });
    next();
  };
}
