import type { Named } from '../../search/named.js';
import { formObject } from '../../web/form-object.js';

interface Naming<Id extends string> {
  /** The list, and in its rows the field with the typed name. */
  list: string;
  field: string;
  named(text: string, row: Row): Named<Id>;
  message(text: string, row: Row, found: Named<Id>): string;
}

export type Row = Record<string, string[]>;

/**
 * A tidied form with ids in the place of the names that were typed into a field of a list, and messages where a name is none or several.
 * A choice made among those that were offered (`pick`) counts as long as the text would offer it again.
 */
export function withNames<Id extends string>(form: URLSearchParams, naming: Naming<Id>) {
  const tree = formObject(form) as Record<string, unknown>;
  const messages = new Map<string, string>();
  const { list, field } = naming;
  const typedRows = (tree[list] ?? []) as Row[];
  const rows = typedRows.map((row, at) => {
    const texts = row[field] ?? [];
    const [text = ''] = texts;
    if (texts.length !== 1 || text.trim() === '') return row;
    const found = naming.named(text, row);
    const id = chosen(found, row.pick?.[0]);
    if (id === null) messages.set(`${list}.${at}.${field}`, naming.message(text, row, found));
    return { ...row, [field]: [id ?? text] };
  });
  return { tree: typedRows.length === 0 ? tree : { ...tree, [list]: rows }, messages };
}

function chosen<Id extends string>(found: Named<Id>, pick: string | undefined): Id | null {
  if ('id' in found) return found.id;
  return offered(found).find((id) => id === pick) ?? null;
}

/** What is offered to choose from. */
export function offered<Id extends string>(found: Named<Id>): readonly Id[] {
  if ('id' in found) return [];
  return 'several' in found ? found.several : found.nearest;
}
