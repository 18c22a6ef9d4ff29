import { fileURLToPath } from 'node:url';
import type { DemoFiles } from '../../src/demo/load-demo.js';
import { readSeeds, readStories } from '../../src/demo/read-seeds.js';
import type { SeedTherapist } from '../../src/demo/seed-therapist.js';
import type { Story } from '../../src/demo/story.js';

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

export function frozenSeeds(now = new Date()): Promise<SeedTherapist[]> {
  return readSeeds(FROZEN, now);
}

export function frozenStories(now = new Date()): Promise<Story[]> {
  return readStories(FILES.applications, now);
}
