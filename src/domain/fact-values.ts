import type { Profile } from './profile.js';
import type { FactPath } from './profile-fields.js';

/** The value of one fact of a profile; `null` for a part of a group that was not given. */
export function factValue(profile: Profile, path: FactPath): unknown {
  const [field = '', part] = path.split('.');
  const value = profile[field as keyof Profile];
  return part === undefined ? value : ((value as Record<string, unknown> | null)?.[part] ?? null);
}
