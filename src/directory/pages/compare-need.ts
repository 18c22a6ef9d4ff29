import { type Coverage, coveredParts } from '../../domain/coverage.js';
import type { Listing } from '../../domain/listing.js';
import { lines } from '../../domain/reference/lines.js';
import { payers } from '../../domain/reference/payers.js';
import { type StateCode, states } from '../../domain/reference/states.js';
import { coveredPartLabels, inSentence, listed, modeLabels } from '../../web/labels.js';
import type { Need } from '../../web/shortlist.js';
import { authorityRows, psypactShown } from './authority.js';
import { type Aspect, type AspectGroup, type Cell, firstOf, plain, said } from './compare-cells.js';

const MOST_STATES = 6;
const MOST_PAYERS = 8;
const MOST_NETWORKS = 6;

/** Whether they may treat where the patient is, and take their insurance there: the chosen state and insurance first. */
export function needGroup(need: Need): AspectGroup {
  const { state } = need;
  const aspects =
    state === null
      ? [plain('Where they may treat', (listing) => placesOf(listing, null)), coverageRow(need)]
      : [authorityIn(state), coverageRow(need), plain('Other states', (listing) => placesOf(listing, state))];
  return { label: 'Where, and with which insurance', aspects };
}

function authorityIn(state: StateCode): Aspect {
  const { name } = states[state];
  return {
    label: `May treat in ${name}`,
    cell(listing): Cell {
      const held = authorityRows(listing).filter((row) => row.state === name);
      const psypact = reaches(listing, state) ? psypactShown(listing) : null;
      const first = held[0];
      if (first !== undefined)
        return {
          lines: held.map((row) => `${row.modes}. ${row.basis}, valid until ${row.until}`),
          proof: first.proof,
          gist: held.map((row) => row.modes).join(),
        };
      if (psypact === null) return said(`No: may not treat people who are in ${name}`);
      return {
        lines: [`Telehealth. PSYPACT, from ${psypact.home}, valid until ${psypact.until}`],
        proof: psypact.proof,
        gist: 'PSYPACT',
      };
    },
  };
}

/** The states of their own licenses and registrations, each with its modes, and how far PSYPACT reaches beyond. */
function placesOf({ permissions }: Listing, but: StateCode | null): string[] {
  const modes = new Map<StateCode, Set<string>>();
  for (const { state, basis, mode } of permissions.filter((permission) => permission.state !== but)) {
    if (basis === 'psypact') continue;
    modes.set(state, (modes.get(state) ?? new Set()).add(inSentence(modeLabels[mode])));
  }
  const own = [...modes].map(([state, ways]) => `${states[state].name} (${listed([...ways], 'or')})`);
  const reached = permissions.filter(
    ({ basis, state }) => basis === 'psypact' && state !== but && !modes.has(state),
  ).length;
  const more = reached === 0 ? '' : `${reached} more by telehealth (PSYPACT)`;
  return own.length === 0 && more === '' ? ['None'] : [firstOf(own, MOST_STATES), more];
}

/** Which insurance they take, as far as it was asked for; only in states where they may treat. */
function coverageRow(need: Need): Aspect {
  const { state, payer } = need;
  const where = state === null ? '' : ` in ${states[state].name}`;
  const whose = listed(
    payer.map((id) => payers[id].short),
    'or',
  );
  const label = payer.length === 0 ? `Insurance${where}` : `Takes ${whose}${where}`;
  return plain(label, (listing) => {
    const rows = coverageFor(listing, need);
    if (rows.length === 0) return payer.length === 0 ? 'None' : 'No';
    if (payer.length === 0) return firstOf(namesOf(rows, state), MOST_PAYERS);
    return coveredParts
      .map((part) =>
        partWords(
          rows.filter((row) => row.covers === part),
          need,
        ),
      )
      .filter((words) => words !== '');
  });
}

/** The networks in which the plan pays for this part: "Commercial, Medicaid: preparation and integration visits". */
function partWords(rows: readonly Coverage[], need: Need): string {
  const [first] = rows;
  if (first === undefined) return '';
  const networks = rows.map(({ state, payer, line }) => {
    const where = need.state === null ? `${state} ` : '';
    return `${where}${need.payer.length === 1 ? '' : `${payers[payer].short} `}${lines[line].short}`;
  });
  const words = firstOf(networks, MOST_NETWORKS);
  return `${words[0]!.toUpperCase()}${words.slice(1)}: ${inSentence(coveredPartLabels[first.covers])}`;
}

function coverageFor({ profile, permissions }: Listing, { state, payer }: Need) {
  const allowed = new Set(permissions.map((permission) => permission.state));
  return profile.coverage.filter(
    (row) =>
      allowed.has(row.state) &&
      (state === null || row.state === state) &&
      (payer.length === 0 || payer.includes(row.payer)),
  );
}

function namesOf(rows: readonly Coverage[], state: StateCode | null): string[] {
  const names = rows.map((row) => `${payers[row.payer].short}${state === null ? ` (${row.state})` : ''}`);
  return [...new Set(names)];
}

const reaches = ({ permissions }: Listing, state: StateCode) =>
  permissions.some((permission) => permission.basis === 'psypact' && permission.state === state);
