import { modes } from '../../domain/authority.js';
import {
  type FlagFacetName,
  facets,
  flagFacetNames,
  type ListFacetName,
  listFacetNames,
  numberFacetNames,
} from '../../domain/facets.js';
import { lineIds, lines } from '../../domain/reference/lines.js';
import type { Counts, SearchQuery } from '../../search/search-index.js';
import { facetWords } from '../../wording/facts.js';
import { jointLegends } from '../../wording/filters.js';
import { facetLabels, modeLabels } from '../../wording/labels.js';
import { figure } from '../../wording/numbers.js';
import { byLabel, type Option, option } from '../../wording/options.js';
import { anyLabel, numberLegend, numberOptions } from './steps.js';

export interface Group {
  name: string;
  legend: string;
  hint: string;
  /** Whether something in it is chosen: it is then shown open. */
  open: boolean;
  options: Option[];
}

type GroupName = ListFacetName | 'mode' | 'line';

interface GroupOfChoices {
  name: GroupName;
  legend: string;
  hint: string;
  ids: readonly string[];
  labels: Readonly<Record<string, string>>;
}

/** The names that matter most to a patient, then all others in the order of the catalogue. */
const inOrder = <N extends string>(first: readonly N[], all: readonly N[]): N[] => [
  ...new Set([...first, ...all]),
];

const groupNames = inOrder<GroupName>(
  ['scope', 'mode', 'focus', 'line', 'presence', 'place', 'program', 'language'],
  listFacetNames,
);
/** Shown open from the start. */
const openAtFirst: readonly GroupName[] = ['scope', 'mode'];
/** Read by their names; the others have an order of their own. */
const sortedByLabel: readonly GroupName[] = ['language'];
const flagNames = inOrder<FlagFacetName>(['accepting', 'own_therapist'], flagFacetNames);
const numberNames = [...numberFacetNames, 'confirmed'] as const;

const lineLabels = Object.fromEntries(lineIds.map((id) => [id, lines[id].label]));

function groupNamed(name: GroupName): GroupOfChoices {
  if (name === 'mode') return { name, ...jointLegends.mode, ids: modes, labels: modeLabels };
  if (name === 'line') return { name, ...jointLegends.line, ids: lineIds, labels: lineLabels };
  const { legend, hint = '' }: { legend: string; hint?: string } = facetWords[name];
  const labels: Readonly<Record<string, string>> = facetLabels[name];
  const { ids } = facets[name];
  const sorted = sortedByLabel.includes(name) ? byLabel(ids, (id) => labels[id]!) : ids;
  return { name, legend, hint, ids: sorted, labels };
}

const groups = groupNames.map(groupNamed);

/** The groups with tick boxes. Choices that would find nothing are left out, unless they are chosen. */
export function listGroupsOf(query: SearchQuery, counts: Counts): Group[] {
  return groups.map(({ name, legend, hint, ids, labels }) => {
    const chosen: readonly string[] = query[name];
    const found: Readonly<Record<string, number | undefined>> = counts[name];
    const options = ids
      .filter((id) => (found[id] ?? 0) > 0 || chosen.includes(id))
      .map((id) => option(id, labels[id]!, found[id], chosen.includes(id)));
    return { name, legend, hint, open: openAtFirst.includes(name) || chosen.length > 0, options };
  });
}

/** The single tick boxes. */
export const flagsOf = (query: SearchQuery, counts: Counts) =>
  flagNames.map((name) => ({
    name,
    label: facetWords[name].legend,
    chosen: query[name],
    count: figure(counts[name]),
  }));

/** The lists from which a number is chosen. */
export const numbersOf = (query: SearchQuery, counts: Counts) =>
  numberNames.map((name) => ({
    name,
    legend: numberLegend(name),
    any: anyLabel(name),
    options: numberOptions(name, query, counts),
  }));
