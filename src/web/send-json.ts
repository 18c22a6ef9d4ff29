import type { Request, Response } from 'express';
import type { Page } from './answer.js';
import { encoded, encodingFor } from './encoding.js';

/** Puts JSON on the wire, or 304 when the client has it already. */
export async function sendJson(
  request: Request,
  response: Response,
  answer: Page,
  cacheControl: string,
): Promise<void> {
  response.setHeader('Cache-Control', cacheControl);
  response.setHeader('ETag', answer.tag);
  response.setHeader('Vary', 'Accept-Encoding');
  if (hasAlready(request.headers['if-none-match'], answer.tag)) {
    response.status(304).end();
    return;
  }
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  const encoding = encodingFor(request);
  if (encoding !== null) response.setHeader('Content-Encoding', encoding);
  const body = encoding === null ? answer.body : await encoded(answer, encoding);
  response.setHeader('Content-Length', body.length);
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Whether one of the tags a client holds is this one, compared as RFC 9110 13.1.2 has it: weakly. */
export function hasAlready(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  const strong = tag.replace(/^W\//, '');
  return header.split(',').some((held) => {
    const known = held.trim();
    return known === '*' || known.replace(/^W\//, '') === strong;
  });
}
