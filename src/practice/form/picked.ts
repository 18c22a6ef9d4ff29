import type { Named } from '../../search/named.js';
import { mapRows, type Row, type Tree } from './read-form.js';

interface Naming<Id extends string> {
  /** The list, and the field of its rows that holds the typed name. */
  list: string;
  field: string;
  named(text: string, row: Row): Named<Id>;
  message(text: string, row: Row, found: Named<Id>): string;
}

/**
 * Replaces the names typed into a field of a list with ids. A name that is unknown or ambiguous gets a message. The choice among
 * offered names (`pick`) counts only while the text still offers it.
 */
export function withNames<Id extends string>(tree: Tree, { list, field, named, message }: Naming<Id>) {
  const messages = new Map<string, string>();
  const understood = mapRows(tree, list, (row, at) => {
    const texts = row[field] ?? [];
    const [text = ''] = texts;
    if (texts.length !== 1 || text.trim() === '') return row;
    const found = named(text, row);
    const id = chosen(found, row.pick?.[0]);
    if (id === null) messages.set(`${list}.${at}.${field}`, message(text, row, found));
    return { ...row, [field]: [id ?? text] };
  });
  return { tree: understood, messages };
}

function chosen<Id extends string>(found: Named<Id>, pick: string | undefined): Id | null {
  if ('id' in found) return found.id;
  return offered(found).find((id) => id === pick) ?? null;
}

/** The ids to choose from. */
export function offered<Id extends string>(found: Named<Id>): readonly Id[] {
  if ('id' in found) return [];
  return 'several' in found ? found.several : found.nearest;
}
