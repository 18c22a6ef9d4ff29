import type { RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { TooManyRequests } from './errors.js';

const MINUTE_MS = 60_000;

/**
 * At most `limit` requests in `windowMs` from one address (a /56 of IPv6 counts as one); then 429 with `Retry-After`, as whatever is
 * made of `refusal` where errors are told.
 */
export function limitRate(
  limit: number,
  windowMs = MINUTE_MS,
  refusal: Error = new TooManyRequests('too many requests'),
): RequestHandler {
  return rateLimit({
    windowMs,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: (request) => ipKeyGenerator(request.ip ?? 'unknown'),
    handler: (_request, _response, next) => next(refusal),
  });
}
