import type { Request, Response } from 'express';
import type { Answer, Page } from './answer.js';
import { cookieName } from './authorize.js';
import { encoded, encodingFor } from './encoding.js';

interface SendOptions {
  /** No cache may keep it, and it is not compressed: it holds a form token beside what someone typed (BREACH). */
  secret?: boolean;
  /** Search engines may show it, even where it is secret: a page for everyone that says more to people who are signed in. */
  indexed?: boolean;
  https?: boolean | undefined;
}

/** Puts an answer on the wire. */
export async function send(
  request: Request,
  response: Response,
  answer: Answer,
  { secret = false, indexed = !secret, https = false }: SendOptions = {},
): Promise<void> {
  if (!indexed) response.set('X-Robots-Tag', 'noindex');
  switch (answer.kind) {
    case 'redirect':
      if (answer.session !== undefined) setSession(response, answer.session, https);
      if (secret) response.set('Cache-Control', 'no-store');
      response.redirect(answer.status, answer.to);
      return;
    case 'data':
      response.status(answer.status).set('Cache-Control', 'no-store').json(answer.body);
      return;
    case 'text':
      response.status(answer.status).set('Cache-Control', 'no-store').type(answer.type).send(answer.body);
      return;
    case 'file':
      sendFile(request, response, answer);
      return;
    case 'page':
      await sendPage(request, response, answer, secret);
  }
}

function setSession(response: Response, session: { secret: string; endsAt: string } | null, https: boolean) {
  const common = { httpOnly: true, secure: https, sameSite: 'lax', path: '/' } as const;
  const name = cookieName(https);
  if (session === null) response.clearCookie(name, common);
  else response.cookie(name, session.secret, { ...common, expires: new Date(session.endsAt) });
}

function sendFile(request: Request, response: Response, answer: Extract<Answer, { kind: 'file' }>): void {
  response.statusCode = 200;
  response.setHeader('Content-Type', answer.type);
  response.setHeader('Content-Length', answer.body.length);
  response.setHeader('Cache-Control', 'no-store');
  if (answer.name !== null) response.attachment(answer.name);
  response.setHeader('Content-Type', answer.type);
  response.end(request.method === 'HEAD' ? undefined : answer.body);
}

/** A browser may keep a page, but asks again each time: no page out of date is shown from a cache. */
async function sendPage(request: Request, response: Response, page: Page, secret: boolean): Promise<void> {
  response.statusCode = page.status;
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Cache-Control', page.status === 200 && !secret ? 'no-cache' : 'no-store');
  if (page.status === 200 && !secret) {
    response.setHeader('ETag', page.tag);
    response.setHeader('Vary', 'Accept-Encoding');
    if (request.headers['if-none-match'] === page.tag) {
      response.status(304).end();
      return;
    }
  }
  const encoding = secret ? null : encodingFor(request);
  if (encoding !== null) response.setHeader('Content-Encoding', encoding);
  const body = encoding === null ? page.body : await encoded(page, encoding);
  response.setHeader('Content-Length', body.length);
  response.end(request.method === 'HEAD' ? undefined : body);
}
