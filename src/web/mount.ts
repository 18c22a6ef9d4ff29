import type { IRouter, Request, Response } from 'express';
import type { Answer, Page } from './answer.js';
import { encoded, encodingFor } from './encoding.js';
import type { PageCache } from './page-cache.js';
import { type AnyRoute, type Asked, assertComplete } from './route.js';

/** Puts the routes on the app. @throws Error at start when one of them leaves something unsaid. */
export function mount(app: IRouter, routes: readonly AnyRoute[], cache: PageCache): void {
  assertComplete(routes);
  for (const route of routes) {
    const answer = answerer(route);
    app.get(route.path, async (request, response) => {
      response.locals.route = route.path;
      if (route.cache === 'none') return send(request, response, await answer(request));
      const found = cache.find(request.originalUrl);
      response.locals.cache = typeof found === 'function' ? 'miss' : 'hit';
      if (typeof found !== 'function') return send(request, response, found);
      const fresh = await answer(request);
      found(fresh);
      return send(request, response, fresh);
    });
  }
}

function answerer(route: AnyRoute): (request: Request) => Promise<Answer> | Answer {
  const { input, handle } = route as unknown as {
    input: 'none' | ((asked: Asked) => unknown);
    handle: (input: unknown) => Answer;
  };
  return (request) => handle(input === 'none' ? undefined : input(asked(request)));
}

function asked(request: Request): Asked {
  const url = request.originalUrl;
  const mark = url.indexOf('?');
  return {
    url,
    params: request.params as Record<string, string>,
    search: new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1)),
  };
}

/** Puts an answer on the wire. */
export async function send(request: Request, response: Response, answer: Answer): Promise<void> {
  switch (answer.kind) {
    case 'redirect':
      response.redirect(answer.status, answer.to);
      return;
    case 'data':
      response.status(answer.status).set('Cache-Control', 'no-store').json(answer.body);
      return;
    case 'text':
      response.status(answer.status).set('Cache-Control', 'no-store').type('text/plain').send(answer.body);
      return;
    case 'page':
      await sendPage(request, response, answer);
  }
}

/** A page may be kept by the browser but is asked for anew each time: nothing out of date is shown from a cache. */
async function sendPage(request: Request, response: Response, page: Page): Promise<void> {
  response.statusCode = page.status;
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Cache-Control', page.status === 200 ? 'no-cache' : 'no-store');
  if (page.status === 200) {
    response.setHeader('ETag', page.tag);
    response.setHeader('Vary', 'Accept-Encoding');
    if (request.headers['if-none-match'] === page.tag) {
      response.status(304).end();
      return;
    }
  }
  const encoding = encodingFor(request);
  if (encoding !== null) response.setHeader('Content-Encoding', encoding);
  const body = encoding === null ? page.body : await encoded(page, encoding);
  response.setHeader('Content-Length', body.length);
  response.end(request.method === 'HEAD' ? undefined : body);
}
