import { modes } from '../../domain/authority.js';
import { type Coverage, coveredParts } from '../../domain/coverage.js';
import type { Listing } from '../../domain/listing.js';
import { lines } from '../../domain/reference/lines.js';
import { payers } from '../../domain/reference/payers.js';
import { type StateCode, stateCodes, states } from '../../domain/reference/states.js';
import type { Need } from '../../web/shortlist.js';
import { authorityRows, psypactShown } from '../../wording/authority.js';
import { coveredPartLabels, modeLabels } from '../../wording/labels.js';
import { inSentence, listed } from '../../wording/lists.js';
import { type Aspect, type AspectGroup, type Cell, firstOf, said } from './compare-cells.js';

const MOST_STATES = 6;
const MOST_PAYERS = 8;
const MOST_NETWORKS = 6;

/** Whether they may treat where the patient is, and take their insurance there: the chosen state and insurance first. */
export function needGroup(need: Need): AspectGroup {
  const { state } = need;
  const aspects =
    state === null
      ? [placesRow('Where they may treat', null), coverageRow(need)]
      : [authorityIn(state), coverageRow(need), placesRow('Other states', state)];
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
function placesRow(label: string, but: StateCode | null): Aspect {
  return {
    label,
    cell({ permissions }) {
      const elsewhere = permissions.filter(({ state }) => state !== but);
      const own = elsewhere.filter(({ basis }) => basis !== 'psypact');
      const held = stateCodes.filter((code) => own.some(({ state }) => state === code));
      const places = held.map((code) => {
        const ways = modes.filter((mode) => own.some((one) => one.state === code && one.mode === mode));
        return `${states[code].name} (${listed(
          ways.map((mode) => inSentence(modeLabels[mode])),
          'or',
        )})`;
      });
      const reached = elsewhere.filter(({ basis, state }) => basis === 'psypact' && !held.includes(state));
      const more = reached.length === 0 ? '' : `${reached.length} more by telehealth (PSYPACT)`;
      const none = held.length === 0 && more === '' ? 'None' : '';
      return { ...said(firstOf(places, MOST_STATES), more, none), gist: JSON.stringify([places, more]) };
    },
  };
}

/** Which insurance they take, as far as it was asked for; only in states where they may treat. */
function coverageRow(need: Need): Aspect {
  const { state, payer } = need;
  const where = state === null ? '' : ` in ${states[state].name}`;
  const whose = listed(
    payer.map((id) => payers[id].short),
    'or',
  );
  return {
    label: payer.length === 0 ? `Insurance${where}` : `Takes ${whose}${where}`,
    cell(listing) {
      const rows = coverageFor(listing, need);
      const names = namesOf(rows, state);
      if (payer.length === 0) return { ...said(firstOf(names, MOST_PAYERS) || 'None'), gist: names.join() };
      const parts = coveredParts.map((part) =>
        partWords(
          rows.filter((row) => row.covers === part),
          need,
        ),
      );
      const networks = rows.map((row) => `${row.state} ${row.payer} ${row.line} ${row.covers}`);
      return { ...said(...(rows.length === 0 ? ['No'] : parts)), gist: networks.sort().join() };
    },
  };
}

/** The networks in which the plan pays for this part: "Commercial, Medicaid: preparation and integration visits". */
function partWords(rows: readonly Coverage[], need: Need): string {
  const [first] = rows;
  if (first === undefined) return '';
  const networks = rows.map(({ state, payer, line }) => {
    const where = need.state === null ? `${state} ` : '';
    return `${where}${need.payer.length === 1 ? '' : `${payers[payer].short} `}${lines[line].short}`;
  });
  const words = firstOf(networks.sort(), MOST_NETWORKS);
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
  return [...new Set(names)].sort();
}

const reaches = ({ permissions }: Listing, state: StateCode) =>
  permissions.some((permission) => permission.basis === 'psypact' && permission.state === state);
