import { modes } from '../../domain/authority.js';
import { dosePlaces, presences, scopes } from '../../domain/questions.js';
import { focuses, focusIds } from '../../domain/reference/focuses.js';
import { languageIds, languages } from '../../domain/reference/languages.js';
import { lineIds, lines } from '../../domain/reference/lines.js';
import { payerIds, payers } from '../../domain/reference/payers.js';
import { programIds, programs } from '../../domain/reference/programs.js';
import { stateCodes, states } from '../../domain/reference/states.js';
import type { Counts, SearchQuery } from '../../search/search-index.js';
import type { Option } from '../../web/view-helpers.js';
import { dosePlaceLabels, modeLabels, presenceLabels, scopeLabels } from '../../wording/labels.js';
import { option } from './option.js';

export interface Group {
  name: string;
  legend: string;
  hint: string;
  /** Whether something in it is chosen: it is then shown open. */
  open: boolean;
  options: Option[];
}

type ListName = 'line' | 'scope' | 'presence' | 'place' | 'program' | 'focus' | 'mode' | 'language';

interface ListGroup {
  name: ListName;
  legend: string;
  hint?: string;
  /** Shown open from the start. */
  first?: boolean;
  ids: readonly string[];
  label(id: never): string;
}

const byLabel = <Id extends string>(ids: readonly Id[], label: (id: Id) => string) =>
  [...ids].sort((a, b) => label(a).localeCompare(label(b), 'en-US'));

const languageLabel = (id: (typeof languageIds)[number]) => languages[id].label;
const payerLabel = (id: (typeof payerIds)[number]) => payers[id].short;
const payersByName = byLabel(payerIds, payerLabel);

/** The groups of choices in the order in which they matter to a patient. */
const listGroups: readonly ListGroup[] = [
  {
    name: 'scope',
    legend: 'During the dose',
    first: true,
    ids: scopes,
    label: (id: (typeof scopes)[number]) => scopeLabels[id],
  },
  {
    name: 'mode',
    legend: 'How you meet',
    first: true,
    ids: modes,
    label: (id: (typeof modes)[number]) => modeLabels[id],
  },
  {
    name: 'focus',
    legend: 'Works with',
    ids: focusIds,
    label: (id: (typeof focusIds)[number]) => focuses[id].label,
  },
  {
    name: 'line',
    legend: 'Kind of plan',
    hint: 'One insurance company has several networks. Your card or the website of your plan tells which is yours.',
    ids: lineIds,
    label: (id: (typeof lineIds)[number]) => lines[id].label,
  },
  {
    name: 'presence',
    legend: 'Presence in the session',
    ids: presences,
    label: (id: (typeof presences)[number]) => presenceLabels[id],
  },
  {
    name: 'place',
    legend: 'Where the dose is taken',
    ids: dosePlaces,
    label: (id: (typeof dosePlaces)[number]) => dosePlaceLabels[id],
  },
  {
    name: 'program',
    legend: 'Training',
    ids: programIds,
    label: (id: (typeof programIds)[number]) => programs[id].short,
  },
  {
    name: 'language',
    legend: 'Language',
    ids: byLabel(languageIds, languageLabel),
    label: languageLabel,
  },
];

/** The groups with tick boxes. Choices that would find nothing are left out, unless they are chosen. */
export function listGroupsOf(query: SearchQuery, counts: Counts): Group[] {
  return listGroups.map(({ name, legend, hint, first, ids, label }) => {
    const chosen = query[name] as readonly string[];
    const found = counts[name] as Record<string, number | undefined>;
    const options = ids
      .filter((id) => (found[id] ?? 0) > 0 || chosen.includes(id))
      .map((id) => option(id, label(id as never), found[id], chosen.includes(id)));
    return { name, legend, hint: hint ?? '', open: first === true || chosen.length > 0, options };
  });
}

/** Every state: one without listings stays, so that nobody wonders where theirs is. */
export function stateOptions(query: SearchQuery, counts: Counts): Option[] {
  return stateCodes.map((code) =>
    option(code, states[code].name, counts.state[code] ?? 0, query.state === code),
  );
}

/** The payers that would find somebody, by name. Chosen ones are ticked beside the list when there are several. */
export function payerOptions(query: SearchQuery, counts: Counts): Option[] {
  const single = query.payer.length === 1;
  return payersByName
    .filter((id) => (counts.payer[id] ?? 0) > 0 || query.payer.includes(id))
    .filter((id) => single || !query.payer.includes(id))
    .map((id) => option(id, payerLabel(id), counts.payer[id], single && query.payer[0] === id));
}

export function tickedPayers(query: SearchQuery, counts: Counts): Option[] {
  return query.payer.length < 2
    ? []
    : query.payer.map((id) => option(id, payerLabel(id), counts.payer[id], true));
}

/** Every state and every payer, uncounted, for a page that asks for whom and finds nobody itself. */
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
