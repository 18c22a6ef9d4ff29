import { dayNumber } from '../../domain/calendar.js';
import type { SearchQuery } from '../search-index.js';
import { type FlatGroup, facetNames, flagGroups, listGroups } from './attributes.js';
import { reachAsked } from './reach.js';

/** A value within a filter. The only way in which a value gets into one. */
export function quoted(value: string): string {
  return `"${value.toWellFormed().replace(/[\\"]/g, '\\$&')}"`;
}

/** Whether the attribute holds one of the values. Nesting ORs instead would meet the server's limit of depth. */
export function isIn(attribute: string, values: readonly string[]): string {
  return `${attribute} IN [${values.map(quoted).join(', ')}]`;
}

/** That state, mode, payer and line hold in one state. Without any of them: that the entry may treat anywhere. */
export function jointClause(query: Pick<SearchQuery, 'state' | 'mode' | 'payer' | 'line'>): string {
  const { attribute, values } = reachAsked(query);
  return isIn(attribute, values);
}

/** A clause for each group in which something is chosen; made from parsed values only. */
export function flatClauses(query: SearchQuery, today: string): Map<FlatGroup, string> {
  const clauses = new Map<FlatGroup, string>();
  for (const group of listGroups)
    if (query[group].length > 0) clauses.set(group, isIn(facetNames[group], query[group]));
  for (const group of flagGroups) if (query[group]) clauses.set(group, `${facetNames[group]} = 1`);
  const { max_fee: fee, min_caseload: least, confirmed } = query;
  if (fee !== null) clauses.set('max_fee', `${facetNames.max_fee} <= ${whole(fee)}`);
  if (least !== null) clauses.set('min_caseload', `${facetNames.min_caseload} >= ${whole(least)}`);
  if (confirmed !== null)
    clauses.set('confirmed', `${facetNames.confirmed} >= ${dayNumber(today) - whole(confirmed)}`);
  return clauses;
}

/** A number written without an exponent. */
function whole(number: number): number {
  return Math.trunc(number);
}
