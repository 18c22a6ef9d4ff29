import { payerIds, payers } from '../domain/reference/payers.js';
import { stateCodes, states } from '../domain/reference/states.js';
import type { Counts, SearchQuery } from '../search/search-index.js';

/** One choice of a list, with how many it would give; `null` where that is not counted. */
export interface Option {
  value: string;
  label: string;
  count: number | null;
  chosen: boolean;
}

/** One choice of a filter; `count` is how many it finds, where that is known. */
export function option(value: string, label: string, count: number | undefined, chosen: boolean): Option {
  return { value, label, count: count ?? null, chosen };
}

/** Ids in the order of what they are called. */
export const byLabel = <Id extends string>(ids: readonly Id[], label: (id: Id) => string) =>
  [...ids].sort((a, b) => label(a).localeCompare(label(b), 'en-US'));

const payerLabel = (id: (typeof payerIds)[number]) => payers[id].short;
const payersByName = byLabel(payerIds, payerLabel);

/** Every state: one without listings stays, so that nobody wonders where theirs is. */
export function stateOptions(query: SearchQuery, counts: Counts): Option[] {
  return stateCodes.map((code) =>
    option(code, states[code].name, counts.state[code] ?? 0, query.state === code),
  );
}

/** The payers that find at least one therapist, by name. Chosen ones are ticked beside the list when there are several. */
export function payerOptions(query: SearchQuery, counts: Counts): Option[] {
  const single = query.payer.length === 1;
  return payersByName
    .filter((id) => (counts.payer[id] ?? 0) > 0 || query.payer.includes(id))
    .filter((id) => single || !query.payer.includes(id))
    .map((id) => option(id, payerLabel(id), counts.payer[id], single && query.payer[0] === id));
}

/** Several chosen payers, ticked. */
export function tickedPayers(query: SearchQuery, counts: Counts): Option[] {
  return query.payer.length < 2
    ? []
    : query.payer.map((id) => option(id, payerLabel(id), counts.payer[id], true));
}

/** Every state and every payer, uncounted, for a page that asks about a patient and runs no search itself. */
export function needOptions({ state, payer }: Pick<SearchQuery, 'state' | 'payer'>) {
  const single = payer.length === 1;
  const payerOption = (id: (typeof payerIds)[number], chosen: boolean) =>
    option(id, payerLabel(id), undefined, chosen);
  return {
    states: stateCodes.map((code) => option(code, states[code].name, undefined, state === code)),
    payers: payersByName
      .filter((id) => single || !payer.includes(id))
      .map((id) => payerOption(id, single && payer[0] === id)),
    tickedPayers: payer.length < 2 ? [] : payer.map((id) => payerOption(id, true)),
  };
}
