import {
  type FacetName,
  type FlagFacetName,
  facets,
  type ListFacetName,
  type NumberFacetName,
} from '../domain/facets.js';
import { lines } from '../domain/reference/lines.js';
import { payers } from '../domain/reference/payers.js';
import { states } from '../domain/reference/states.js';
import type { Choice, FilterName } from '../search/choices.js';
import type { SearchQuery } from '../search/search-index.js';
import type { NumberFilterWords } from './facts/words.js';
import { facetWords } from './facts.js';
import { facetLabels, modeLabels } from './labels.js';

/** A filter that asks for something else than one fact of the profile. */
type JointName = Exclude<FilterName, FacetName>;

interface JointWords {
  /** What its chip says of a chosen value. */
  readonly chip: (value: string, query: SearchQuery) => string;
  /** What a search without it is, after a number: "9 in all states". */
  readonly without: string | ((value: string) => string);
}

const labelIn =
  <R extends Readonly<Record<string, unknown>>>(table: R, label: (row: R[keyof R]) => string) =>
  (id: string) =>
    label(table[id as keyof R]);

const jointWords: Readonly<Record<JointName, JointWords>> = {
  q: { chip: (words) => `“${words}”`, without: 'without your words' },
  state: { chip: labelIn(states, ({ name }) => name), without: 'in all states' },
  payer: { chip: labelIn(payers, ({ short }) => short), without: 'with any insurance' },
  line: { chip: labelIn(lines, ({ label }) => label), without: 'with any kind of plan' },
  mode: {
    chip: labelIn(modeLabels, (label) => label),
    without: (mode) => (mode === 'in-person' ? 'by telehealth' : 'in person'),
  },
  near: { chip: (zip, { within }) => `Within ${within} miles of ${zip}`, without: 'at any distance' },
  confirmed: {
    chip: (days) => `Confirmed within ${days} days`,
    without: 'whenever they were last confirmed',
  },
};

/** The filters with tick boxes, whose choices are not those of a fact: legend, and a hint below it. */
export const jointLegends = {
  mode: { legend: 'How you meet', hint: '' },
  line: {
    legend: 'Kind of plan',
    hint: 'One insurance company has several networks. Your card or the website of your plan tells which is yours.',
  },
} as const;

/** The filters that take a number and are not those of a fact. */
export const jointNumbers = {
  within: { legend: 'Distance', any: '', step: (miles: string) => `Within ${miles} miles` },
  confirmed: {
    legend: 'Facts confirmed',
    any: 'Any time',
    step: (days: string) => `Within ${days} days`,
  },
} as const;

/** A filter that takes a number, in words. */
export const numberWords = (
  name: NumberFacetName | keyof typeof jointNumbers,
): Pick<NumberFilterWords, 'legend' | 'any' | 'step'> =>
  name in jointNumbers
    ? jointNumbers[name as keyof typeof jointNumbers]
    : facetWords[name as NumberFacetName];

const isFacet = (name: FilterName): name is FacetName => Object.hasOwn(facets, name);

/** A chosen filter as its chip says it. */
export function chipWords({ name, value }: Choice, query: SearchQuery): string {
  return isFacet(name) ? facetChip(name, value) : jointWords[name].chip(value, query);
}

function facetChip(name: FacetName, value: string): string {
  switch (facets[name].kind) {
    case 'list':
      return (facetLabels[name as ListFacetName] as Readonly<Record<string, string>>)[value] ?? value;
    case 'flag':
      return facetWords[name as FlagFacetName].chip ?? facetWords[name].legend;
    default:
      return facetWords[name as NumberFacetName].step(value);
  }
}

/** What a search without this filter is, after a number: "9 without the fee limit", "3 by telehealth". */
export function withoutWords({ name, value }: Choice): string {
  const { without } = isFacet(name) ? facetWords[name] : jointWords[name];
  return typeof without === 'string' ? without : without(value);
}
