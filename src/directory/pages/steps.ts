import { type Counts, numberSteps, type SearchQuery, type Sort } from '../../search/search-index.js';
import type { Option } from '../../web/view-helpers.js';
import { option } from './option.js';

type NumberName = keyof typeof numberSteps;

/** Words are made once for each step, so that they are the same text on every page. */
const once = (label: (step: number) => string) => {
  const made = new Map<number, string>();
  return (step: number) => {
    const known = made.get(step) ?? label(step);
    if (made.size < 1000) made.set(step, known);
    return known;
  };
};

const numberGroups: Record<NumberName, { any: string; label(step: number): string }> = {
  within: { any: '', label: once((step) => `Within ${step} miles`) },
  max_fee: { any: 'Any fee', label: once((step) => `Up to $${step} an hour`) },
  min_caseload: { any: 'Any number', label: once((step) => `At least ${step} KAP patients`) },
  confirmed: { any: 'Any time', label: once((step) => `Within ${step} days`) },
};

/** The steps of a filter that takes a number; a number that is no step is offered too when it is set. */
export function numberOptions(name: NumberName, query: SearchQuery, counts: Counts): Option[] {
  const set = query[name];
  const steps = new Set<number>(numberSteps[name]);
  if (set !== null) steps.add(set);
  return [...steps]
    .sort((a, b) => a - b)
    .map((step) => option(String(step), numberGroups[name].label(step), counts[name][step], set === step));
}

export const anyLabel = (name: NumberName): string => numberGroups[name].any;

const sortLabels: Record<Sort, string> = {
  fee: 'Lowest hourly fee',
  caseload: 'Most KAP patients',
  confirmed: 'Last confirmed',
  name: 'Name',
  distance: 'Nearest office',
};

export function sortOptions(query: SearchQuery): Option[] {
  return (Object.keys(sortLabels) as Sort[])
    .filter((sort) => sort !== 'distance' || query.near !== null)
    .map((sort) => option(sort, sortLabels[sort], undefined, query.sort === sort));
}
