import type { Profile } from './profile.js';

/** What a profile says at the path of a fact: `scope`, `fees.hourly`. `undefined` in a group that was left out. */
export function factValue(profile: Profile, path: string): unknown {
  const [field = '', part] = path.split('.');
  const value = profile[field as keyof Profile];
  return part === undefined ? value : (value as Record<string, unknown> | null)?.[part];
}
