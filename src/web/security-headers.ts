import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * Headers of every answer. Nothing may come from, or go to, another origin: a visit here is health information. No inline script
 * or style. `same-origin` as referrer policy, because with `no-referrer` browsers send `Origin: null` on our own forms.
 */
export function securityHeaders({ https }: { https: boolean }): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
    xDnsPrefetchControl: { allow: false },
  });
}
