import { dayNumber } from '../../domain/calendar.js';
import { facets, flagFacetNames, listFacetNames, numberFacetNames } from '../../domain/facets.js';
import type { FlatGroup } from '../flat-groups.js';
import type { SearchQuery } from '../search-index.js';
import { attributeOf } from './attributes.js';
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
  for (const group of listFacetNames)
    if (query[group].length > 0) clauses.set(group, isIn(attributeOf(group), query[group]));
  for (const group of flagFacetNames) if (query[group]) clauses.set(group, `${attributeOf(group)} = 1`);
  for (const group of numberFacetNames) {
    const limit = query[group];
    const sign = facets[group].kind === 'at most' ? '<=' : '>=';
    if (limit !== null) clauses.set(group, `${attributeOf(group)} ${sign} ${whole(limit)}`);
  }
  const { confirmed } = query;
  if (confirmed !== null)
    clauses.set('confirmed', `${attributeOf('confirmed')} >= ${dayNumber(today) - whole(confirmed)}`);
  return clauses;
}

/** A number written without an exponent. */
function whole(number: number): number {
  return Math.trunc(number);
}
