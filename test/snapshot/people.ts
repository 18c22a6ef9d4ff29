import { frozenSeeds } from '../support/frozen-seeds.js';
import { spread } from './world.js';

/** Slugs of so many listings from all states and professions. */
export async function someSlugs(most: number): Promise<string[]> {
  const seeds = await frozenSeeds(new Date('2026-03-02T12:00:00Z'));
  return spread(
    seeds.map(({ slug }) => slug),
    most,
  );
}
