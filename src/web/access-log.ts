import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

/**
 * One line an answer: route, status and time. Neither the address asked for nor the visitor's address is written: what somebody
 * searches here is nobody's business.
 */
export function accessLog(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const began = performance.now();
    response.on('finish', () => {
      logger.info(
        {
          method: request.method,
          route: response.locals.route ?? 'none',
          status: response.statusCode,
          ms: Math.round((performance.now() - began) * 10) / 10,
        },
        'answered',
      );
    });
    next();
  };
}
