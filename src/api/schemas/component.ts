import { z } from 'zod';

/** Every schema that the OpenAPI document names, under its name. */
export const components = z.registry<{ id: string }>();

/** Gives a schema a name in the OpenAPI document, so that others refer to it there instead of repeating it. */
export function component<T extends z.ZodType>(id: string, schema: T): T {
  components.add(schema, { id });
  return schema;
}
