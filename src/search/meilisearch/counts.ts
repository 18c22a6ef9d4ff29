import { lineIds } from '../../domain/reference/lines.js';
import { payerIds } from '../../domain/reference/payers.js';
import { stateCodes } from '../../domain/reference/states.js';
import { facetCounts } from '../facet-counts.js';
import { type FlatGroup, isNumber, isWithin, type NumberGroup } from '../flat-groups.js';
import { type Counts, numberSteps, type SearchQuery } from '../search-index.js';
import { attributeOf } from './attributes.js';
import type { JointGroup, Plan } from './plan.js';
import { ANYWHERE, networks } from './reach.js';

/** What is read of the answer to one part. */
export interface Counted {
  total: number;
  facets: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/**
 * A choice whose listings have several values (payer A in New Jersey, while lines B and C are chosen): added up, some would count
 * twice. They are asked for one by one.
 */
export interface Unsure {
  group: JointGroup;
  choice: string;
  query: SearchQuery;
}

/** The counts, and the choices that could not be counted yet. */
export function readCounts(query: SearchQuery, today: string, plan: Plan, answers: readonly Counted[]) {
  const values = (group: FlatGroup) => answers[plan.flat.get(group)!]!.facets[attributeOf(group)] ?? {};
  const total = (part: number | undefined) => answers[part!]!.total;
  const unsure: Unsure[] = [];
  const joint = (group: JointGroup) => {
    const found = jointCounts(group, query, plan, answers);
    unsure.push(...found.unsure);
    return found.counts;
  };
  const counts: Counts = {
    ...facetCounts((name) => (isNumber(name) ? stepCounts(name, values(name), today) : values(name))),
    state: joint('state'),
    payer: joint('payer'),
    line: joint('line'),
    mode: withoutZeros([...plan.mode].map(([mode, part]) => [mode, total(part)] as const)),
    within: {},
    confirmed: stepCounts('confirmed', values('confirmed'), today),
  };
  return { counts, unsure };
}

/** A listing has one number in each group, so the counts of all values within a step add up. */
function stepCounts(
  group: NumberGroup,
  values: Readonly<Record<string, number>>,
  today: string,
): Record<number, number> {
  const rows = Object.entries(values).map(([value, count]) => [Number(value), count] as const);
  const sum = (step: number) =>
    rows.reduce((found, [value, count]) => found + (isWithin(group, value, step, today) ? count : 0), 0);
  return withoutZeros(numberSteps[group].map((step) => [step, sum(step)] as const));
}

function withoutZeros(rows: readonly (readonly [string | number, number])[]): Record<string, number> {
  return Object.fromEntries(rows.filter(([, count]) => count > 0));
}

const choicesOf = { state: stateCodes, payer: payerIds, line: lineIds } as const;

function jointCounts(group: JointGroup, query: SearchQuery, plan: Plan, answers: readonly Counted[]) {
  const { part, attribute } = plan.joint.get(group)!;
  const found = answers[part]!.facets[attribute] ?? {};
  const counts: Record<string, number> = {};
  const unsure: Unsure[] = [];
  for (const choice of choicesOf[group]) {
    const rows = valuesOf(group, choice, query).map((value) => found[value] ?? 0);
    const some = rows.filter((count) => count > 0);
    if (some.length === 1) counts[choice] = some[0]!;
    if (some.length > 1) unsure.push({ group, choice, query: chosenAlone(group, choice, query) });
  }
  return { counts, unsure };
}

/** The values under which a choice is found while the other groups stay as they are. */
function valuesOf(group: JointGroup, choice: string, query: SearchQuery): string[] {
  const { payer, line } = query;
  if (group === 'state') return networks(payer, line).map((network) => choice + network);
  const state = query.state ?? ANYWHERE;
  const rows = group === 'payer' ? networks([choice], line) : networks(payer, [choice]);
  return rows.map((network) => state + network);
}

function chosenAlone(group: JointGroup, choice: string, query: SearchQuery): SearchQuery {
  return { ...query, [group]: group === 'state' ? choice : [choice] };
}
