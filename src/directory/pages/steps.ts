import { type Counts, numberSteps, type SearchQuery, type Sort } from '../../search/search-index.js';
import { numberWords } from '../../wording/filters.js';
import { type Option, option } from '../../wording/options.js';

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

const stepWords = Object.fromEntries(
  (Object.keys(numberSteps) as NumberName[]).map((name) => [
    name,
    once((step) => numberWords(name).step(String(step))),
  ]),
) as Record<NumberName, (step: number) => string>;

/** The steps of a filter that takes a number; a number that is no step is offered too when it is set. */
export function numberOptions(name: NumberName, query: SearchQuery, counts: Counts): Option[] {
  const set = query[name];
  const steps = new Set<number>(numberSteps[name]);
  if (set !== null) steps.add(set);
  return [...steps]
    .sort((a, b) => a - b)
    .map((step) => option(String(step), stepWords[name](step), counts[name][step], set === step));
}

export const anyLabel = (name: NumberName): string => numberWords(name).any;
export const numberLegend = (name: NumberName): string => numberWords(name).legend;

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
