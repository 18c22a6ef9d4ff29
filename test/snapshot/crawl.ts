import type { Seen, Visitor } from '../support/visitor.js';
import { type Folder, nameOf } from './folder.js';

interface Wish {
  folder: Folder;
  visitor: Visitor;
  /** The folder within it. */
  group: string;
}

/** Follows every link whose path `leads`, and writes each page once. */
export async function crawl(
  { folder, visitor, group }: Wish,
  from: readonly string[],
  leads: (path: string) => boolean,
): Promise<string[]> {
  const known = new Set(from);
  for (const path of known) {
    const seen = await visitor.get(path);
    folder.answer(`${group}/${nameOf(path)}`, seen);
    for (const next of linksOn(seen)) if (leads(next)) known.add(next);
  }
  return [...known];
}

/** The addresses within the site that a page leads to. */
export function linksOn({ $ }: Seen): string[] {
  const hrefs = $('a[href^="/"]')
    .toArray()
    .map((link) => $(link).attr('href')!.split('#')[0]!);
  return [...new Set(hrefs)];
}

/** Asks for each, and writes the answers. */
export async function takeAll({ folder, visitor, group }: Wish, list: readonly string[]): Promise<void> {
  for (const path of list) folder.answer(`${group}/${nameOf(path)}`, await visitor.get(path));
}
