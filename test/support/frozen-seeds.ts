import { fileURLToPath } from 'node:url';
import type { DemoFiles } from '../../src/demo/load-demo.js';
import { readSeeds, readStories } from '../../src/demo/read-seeds.js';
import type { SeedTherapist } from '../../src/demo/seed-therapist.js';
import type { Story } from '../../src/demo/story.js';
import { type Day, toDay } from '../../src/domain/calendar.js';

/** A file of the seed folder, from dist/test/support. */
const seedFile = (name: string) => fileURLToPath(new URL(`../../../seed/${name}`, import.meta.url));

/** The frozen therapists. */
export const FROZEN = seedFile('therapists.jsonl');
/** All of the demonstration. */
export const FILES: DemoFiles = {
  therapists: FROZEN,
  applications: seedFile('applications.jsonl'),
  reports: seedFile('reports.json'),
};

const seeds = new Map<Day, Promise<SeedTherapist[]>>();
const stories = new Map<Day, Promise<Story[]>>();

/** The frozen therapists, read and checked once for each day. */
export function frozenSeeds(now = new Date()): Promise<SeedTherapist[]> {
  return once(seeds, toDay(now), () => readSeeds(FROZEN, now));
}

/** The frozen applications, read and checked once for each day. */
export function frozenStories(now = new Date()): Promise<Story[]> {
  return once(stories, toDay(now), () => readStories(FILES.applications, now));
}

function once<T>(read: Map<Day, T>, day: Day, make: () => T): T {
  const found = read.get(day) ?? make();
  read.set(day, found);
  return found;
}
