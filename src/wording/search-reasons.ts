import { lines } from '../domain/reference/lines.js';
import { payers } from '../domain/reference/payers.js';
import { states } from '../domain/reference/states.js';
import { zipPlace } from '../domain/reference/zip-codes.js';
import type { Reason, TextField } from '../search/search-index.js';
import { modeLabels } from './labels.js';
import { inSentence, listed } from './lists.js';

const textWords: Record<TextField, string> = {
  name: 'the name matches your words',
  practice: 'training, focus or place matches your words',
  about: 'the description matches your words',
};

type Authority = Extract<Reason, { kind: 'authority' }>;
type Covered = Extract<Reason, { kind: 'coverage' }>;

/** More networks than this are told in one line. */
const MOST_NETWORKS = 2;

/**
 * Why a listing was found, line by line, e.g. "Licensed in New Jersey (LPC): in person and telehealth". PSYPACT goes without
 * saying where a license allows the same, and a long list of networks becomes one line.
 */
export function reasonLines(reasons: readonly Reason[]): string[] {
  const licensed = new Set(
    reasons
      .filter((reason) => reason.kind === 'authority' && reason.basis === 'license')
      .map((reason) => (reason as Authority).state),
  );
  const telling = reasons.filter(
    (reason) => !(reason.kind === 'authority' && reason.basis === 'psypact' && licensed.has(reason.state)),
  );
  const networks = telling.filter((reason): reason is Covered => reason.kind === 'coverage');
  if (networks.length <= MOST_NETWORKS) return telling.map(reasonWords);
  return telling
    .filter((reason) => reason.kind !== 'coverage' || reason === networks[0])
    .map((reason) => (reason.kind === 'coverage' ? networksWords(networks) : reasonWords(reason)));
}

function networksWords(networks: readonly Covered[]): string {
  const places = [...new Set(networks.map((network) => states[network.state].name))];
  const names = [...new Set(networks.map((network) => payers[network.payer].short))];
  return `Takes ${listed(names)} in ${listed(places)}`;
}

function reasonWords(reason: Reason): string {
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

function authorityWords({ state, basis, type, modes }: Authority): string {
  const place = states[state].name;
  const how = listed(modes.map((mode) => inSentence(modeLabels[mode])));
  switch (basis) {
    case 'license':
      return `Licensed in ${place} (${type}): ${how}`;
    case 'telehealth-registration':
      return `Registered for telehealth in ${place}`;
    case 'counseling-compact':
      return `Counseling Compact privilege in ${place}: ${how}`;
    case 'psypact':
      return `PSYPACT: telehealth in ${place}`;
  }
}

function coverageWords({ state, payer, lines: kinds }: Covered): string {
  const kind = listed(kinds.map((line) => lines[line].short));
  const { short } = payers[payer];
  return short.toLowerCase().includes(kind.toLowerCase())
    ? `Takes ${short} in ${states[state].name}`
    : `Takes ${short} (${kind}) in ${states[state].name}`;
}

const capital = (words: string) => words[0]!.toUpperCase() + words.slice(1);
