import { lines } from '../../domain/reference/lines.js';
import { payers } from '../../domain/reference/payers.js';
import { states } from '../../domain/reference/states.js';
import { zipPlace } from '../../domain/reference/zip-codes.js';
import type { Reason, TextField } from '../../search/search-index.js';
import { inSentence, listed, modeLabels } from '../../web/labels.js';

const textWords: Record<TextField, string> = {
  name: 'the name matches your words',
  practice: 'training, focus or place matches your words',
  about: 'the description matches your words',
};

/** Why a listing was found, in words, e.g. "Licensed in New Jersey (LPC): in person and telehealth". */
export function reasonWords(reason: Reason): string {
  switch (reason.kind) {
    case 'authority':
      return authorityWords(reason);
    case 'coverage':
      return coverageWords(reason);
    case 'office':
      return `Office in ${zipPlace(reason.zip)?.city ?? reason.zip}, ${milesWords(reason.miles)} away`;
    case 'text':
      return capital(textWords[reason.field]);
  }
}

/** "less than a mile", "1 mile", "12 miles". */
export function milesWords(miles: number): string {
  if (miles < 1) return 'less than a mile';
  const whole = Math.round(miles);
  return whole === 1 ? '1 mile' : `${whole} miles`;
}

function authorityWords({ state, basis, type, modes }: Reason & { kind: 'authority' }): string {
  const place = states[state].name;
  const how = listed(modes.map((mode) => inSentence(modeLabels[mode])));
  switch (basis) {
    case 'licence':
      return `Licensed in ${place} (${type}): ${how}`;
    case 'telehealth-registration':
      return `Registered for telehealth in ${place}`;
    case 'counseling-compact':
      return `Counseling Compact privilege in ${place}: ${how}`;
    case 'psypact':
      return `PSYPACT: telehealth in ${place}`;
  }
}

function coverageWords({ state, payer, lines: kinds }: Reason & { kind: 'coverage' }): string {
  const kind = listed(kinds.map((line) => lines[line].short));
  const { short } = payers[payer];
  return short.toLowerCase().includes(kind.toLowerCase())
    ? `Takes ${short} in ${states[state].name}`
    : `Takes ${short} (${kind}) in ${states[state].name}`;
}

const capital = (words: string) => words[0]!.toUpperCase() + words.slice(1);
