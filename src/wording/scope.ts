import type { Profile } from '../domain/profile.js';
import { dosePlaceLabels, presenceLabels, scopeLabels } from './labels.js';
import { inSentence, listed } from './lists.js';

/** "With you during the session: in the room or on video". */
export function scopeWords({ scope, presence }: Profile): string {
  if (scope === 'preparation-and-integration') return scopeLabels[scope];
  return `${scopeLabels[scope]}: ${listed(
    presence.map((way) => inSentence(presenceLabels[way])),
    'or',
  )}`;
}

/** "at your home or in a medical clinic", inside a sentence; empty where nothing was given. */
export const dosePlacesInSentence = ({ dosePlaces }: Profile): string =>
  listed(
    dosePlaces.map((place) => inSentence(dosePlaceLabels[place])),
    'or',
  );
