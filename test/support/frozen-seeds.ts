import { fileURLToPath } from 'node:url';
import { readSeeds } from '../../src/demo/read-seeds.js';
import type { SeedTherapist } from '../../src/demo/seed-therapist.js';

/** The frozen therapists, from dist/test/support. */
export const FROZEN = fileURLToPath(new URL('../../../seed/therapists.jsonl', import.meta.url));

export function frozenSeeds(now = new Date()): Promise<SeedTherapist[]> {
  return readSeeds(FROZEN, now);
}
