import type { RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';

const MINUTE_MS = 60_000;

/** At most `limit` requests in `windowMs` from one address (a /56 of IPv6 counts as one); then 429 with `Retry-After`. */
export function limitRate(limit: number, windowMs = MINUTE_MS): RequestHandler {
  const wait = windowMs === MINUTE_MS ? 'a minute' : 'an hour';
  return rateLimit({
    windowMs,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: (request) => ipKeyGenerator(request.ip ?? 'unknown'),
    message: `Too many requests from your network. Please wait ${wait} and try again.`,
  });
}
