import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';

/**
 * Headers of every answer. Nothing may come from, or go to, another origin: a visit here is health information. No inline script
 * or style. `same-origin` as referrer policy, because with `no-referrer` browsers send `Origin: null` on our own forms.
 *
 * Helmet decides what they are, once: they are the same for every answer, and asking it each time costs more than finding a page
 * that is kept.
 */
export function securityHeaders({ https }: { https: boolean }): RequestHandler {
  const headers = headersSetBy(
    helmet({
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
    }),
  );
  return (_request, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    next();
  };
}

/** What a middleware sets on an answer, caught on an answer that is never sent. @throws what it passes on as an error. */
function headersSetBy(
  middleware: (request: never, response: never, next: (error?: unknown) => void) => void,
) {
  const headers: [string, string][] = [];
  const caught = {
    setHeader: (name: string, value: string) => void headers.push([name, value]),
    removeHeader: () => undefined,
  } satisfies Partial<Record<keyof Response, unknown>>;
  middleware({} as never, caught as never, (error) => {
    if (error) throw error;
  });
  return headers;
}
