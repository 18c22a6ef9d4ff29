import type { Request } from 'express';
import type { Asked } from './route.js';

const noForm = new URLSearchParams();

/** What the request asks for; `form` is what it sent, where that was read. */
export function askedBy({ originalUrl: url, params }: Request, form: URLSearchParams = noForm): Asked {
  const mark = url.indexOf('?');
  // Our paths have plain names alone, whose values are single texts.
  const named = Object.entries(params).map(([name, value]) => [name, String(value)]);
  return {
    url,
    params: Object.fromEntries(named),
    search: new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1)),
    form,
  };
}
