import type { RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';

/**
 * At most `perMinute` requests a minute from one address (a /56 of IPv6 counts as one); then 429 with `Retry-After`, as plain words or
 * as whatever is made of `refusal` where errors are told.
 */
export function limitRate(perMinute: number, refusal?: Error): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: (request) => ipKeyGenerator(request.ip ?? 'unknown'),
    message: 'Too many requests from your network in the last minute. Please wait a minute and try again.',
    ...(refusal && { handler: (_request, _response, next) => next(refusal) }),
  });
}
