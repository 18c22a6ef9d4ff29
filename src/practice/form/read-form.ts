import type { z } from 'zod';
import { type Messages, messagesOf } from '../../web/fields.js';

/** A tidied form as the object that its names describe. */
export type Tree = Readonly<Record<string, unknown>>;
/** One row of a list in it: the texts under each name. */
export type Row = Record<string, string[]>;

/** The form with each row of a list changed. */
export function mapRows(tree: Tree, list: string, change: (row: Row, at: number) => Row): Tree {
  const rows = tree[list] as Row[] | undefined;
  return rows === undefined ? tree : { ...tree, [list]: rows.map(change) };
}

/**
 * Reads a form by a schema made of leaves. `understood` are messages about typed names (of a payer, a program); they replace the
 * schema's own.
 */
export function readWith<T extends z.ZodType>(
  schema: T,
  tree: Tree,
  understood: Messages = new Map(),
): { said: z.output<T> } | { messages: Messages } {
  const parsed = schema.safeParse(tree);
  if (parsed.success && understood.size === 0) return { said: parsed.data };
  const found = parsed.success ? new Map() : messagesOf(parsed.error.issues);
  return { messages: new Map([...found, ...understood]) };
}
