import { z } from 'zod';
import { Problem } from '../web/problem.js';
import { API_ROOT } from './links.js';
import { type Parameters, readParameters } from './parameter.js';
import { AN_HOUR, type AnyResource, resource } from './resource.js';
import { listOf } from './schemas/lists.js';

const DEFAULT_LIMIT = 50;
const MOST = 200;

const parameters: Parameters = {
  cursor: {
    schema: z.string().min(1).max(200),
    description: 'Where to go on: nextCursor of the part before. It means nothing else.',
  },
  limit: {
    schema: z
      .string()
      .regex(/^\d{1,3}$/)
      .transform(Number)
      .pipe(z.int().min(1).max(MOST)),
    description: `How many at once; ${DEFAULT_LIMIT} when left out.`,
    example: 2,
  },
};

interface ListSpec<Item extends { id: string }> {
  name: string;
  id: string;
  answerId: string;
  title: string;
  description: string;
  item: z.ZodType<Item>;
  items: readonly Item[];
}

/** A plain list, read part by part. A cursor names the last item that was given, so it holds when the list grows. */
export function listResource<Item extends { id: string }>(spec: ListSpec<Item>): AnyResource {
  const { name, id, answerId, title, description, item, items } = spec;
  return resource({
    path: `/${name}`,
    id,
    title,
    description,
    parameters,
    answer: listOf(answerId, item),
    notFound: false,
    cacheControl: AN_HOUR,
    example: () => ({ path: `/${name}?limit=2` }),
    input: ({ search }) => {
      const { cursor, limit } = readParameters(search, parameters) as { cursor?: string; limit?: number };
      return { start: cursor === undefined ? 0 : startAfter(spec, cursor), limit: limit ?? DEFAULT_LIMIT };
    },
    handle: ({ start, limit }) => {
      const part = items.slice(start, start + limit);
      const last = part.at(-1);
      const nextCursor = last && start + limit < items.length ? cursorOf(name, last.id) : null;
      const next = nextCursor && `${API_ROOT}/${name}?cursor=${nextCursor}&limit=${limit}`;
      return JSON.stringify({ items: part, total: items.length, next, nextCursor });
    },
  });
}

const cursorOf = (name: string, id: string) => Buffer.from(`${name} ${id}`).toString('base64url');

/** @throws Problem for what is no cursor of this list. */
function startAfter({ name, items }: ListSpec<{ id: string }>, cursor: string): number {
  const at = items.findIndex(({ id }) => cursorOf(name, id) === cursor);
  if (at >= 0) return at + 1;
  const detail = 'This is no cursor of this list. Start without one.';
  throw new Problem('bad-parameters', [{ parameter: 'cursor', reason: 'bad-value', detail }]);
}
