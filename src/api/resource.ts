import type { z } from 'zod';
import type { ApiAsked } from '../web/mount-api.js';
import type { Parameters } from './parameter.js';

/** An address for the documentation's examples, and how its answer is shortened there. */
export interface Example {
  /** Below `/api/v1`, with its query string. */
  path: string;
  params?: Readonly<Record<string, string>>;
  shorten?(body: never): { body: unknown; told: string };
}

/** What examples are made of: a search that finds a therapist today, and one therapist; `null` in an empty directory. */
export interface Sample {
  search: string;
  slug: string | null;
}

/** One resource of the API: route, OpenAPI and documentation all follow from it. */
interface Described {
  /** Below `/api/v1`, as OpenAPI writes it: `/therapists/{slug}`. */
  path: string;
  /** The name of the call in generated clients. */
  id: string;
  title: string;
  description: string;
  /** The names in braces in the path. */
  inPath?: Readonly<Record<string, { description: string; pattern: string }>>;
  parameters: Parameters;
  /** A component of the OpenAPI document; `null` for the document itself. */
  answer: z.ZodType | null;
  /** Beside 400, 406, 414, 429, 500 and 503. */
  notFound: boolean;
  cacheControl: typeof ASK_EACH_TIME | typeof AN_HOUR;
  /** Depends on more than the directory and the day: it is not cached between two requests. */
  madeAnew?: boolean;
  example(sample: Sample): Example | null;
}

export interface ResourceDefinition<Input> extends Described {
  /** @throws Problem naming every parameter that is wrong */
  input(asked: ApiAsked): Input;
  /** The JSON text of the answer. */
  handle(input: Input): Promise<string> | string;
}

/** A resource as it is mounted and documented. */
export interface AnyResource extends Described {
  /** The JSON text of the answer. @throws Problem naming every parameter that is wrong */
  run(asked: ApiAsked): Promise<string>;
}

/** A client may keep a copy, but asks each time: a therapist who paused is not shown from a copy. */
export const ASK_EACH_TIME = 'public, no-cache';
/** Changes with a release only. */
export const AN_HOUR = 'public, max-age=3600';

/** Checks a resource's types where it is written. */
export function resource<Input>({ input, handle, ...described }: ResourceDefinition<Input>): AnyResource {
  return { ...described, run: async (asked) => handle(input(asked)) };
}
