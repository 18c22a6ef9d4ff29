import type { Profile } from '../domain/profile.js';

const MOST_SHOWN = 2;

/** "Newark, NJ · Miami, FL · 2 more · telehealth". */
export function placesInShort({ offices, telehealth }: Profile): string {
  const places = [...new Set(offices.map((office) => `${office.city}, ${office.state}`))];
  const more = places.length - MOST_SHOWN;
  const shown = more > 0 ? [...places.slice(0, MOST_SHOWN), `${more} more`] : places;
  return [...shown, ...(telehealth ? ['telehealth'] : [])].join(' · ');
}
