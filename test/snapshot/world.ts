import { frozenStories } from '../support/frozen-seeds.js';
import { openSite, type Site } from '../support/site.js';
import type { Folder } from './folder.js';

export const REVIEWER = 'reviewer@holdspace.example';

/** Where a part of the snapshot is taken: a site of its own, and the folder. */
export interface World {
  site: Site;
  folder: Folder;
}

/** The demonstration on the day of the tests, after its clocks have run; gone when `take` is over. */
export async function inDemo(
  folder: Folder,
  take: (world: World) => Promise<void>,
  settings: Record<string, string> = {},
): Promise<void> {
  const site = await openSite({ settings: { DEMO: '1', SECRET_KEY: 'fixed-'.repeat(8), ...settings } });
  try {
    await site.holdspace.runJobs();
    await site.holdspace.catchUp();
    await take({ site, folder });
  } finally {
    await site.close();
  }
}

export interface Someone {
  id: string;
  slug: string;
  email: string;
  status: string;
}

/** Everybody whose application or edit is part of the demonstration. */
export async function storied({ site }: World): Promise<Someone[]> {
  const found = await site.store.therapists.getMany((await frozenStories()).map(({ id }) => id));
  return found.sort((one, other) => (one.email < other.email ? -1 : 1));
}

/** Everybody else, in the order of their names in addresses. */
export async function listed({ site }: World, slugs: readonly string[]): Promise<Someone[]> {
  const found = await Promise.all(slugs.map((slug) => site.store.therapists.getBySlug(slug)));
  return found.filter((one) => one !== null);
}

/** So many of them, from all over. */
export function spread<T>(all: readonly T[], most: number): T[] {
  const step = Math.max(1, all.length / most);
  return all.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}
