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
 * One line an answer: route, status and time; and the same to whoever counts. Neither the address asked for nor the visitor's address is
 * written: what somebody searches here is nobody's business.
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
