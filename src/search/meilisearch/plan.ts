import { type Mode, modes } from '../../domain/authority.js';
import { flagFacetNames } from '../../domain/facets.js';
import { type FlatGroup, flatGroups } from '../flat-groups.js';
import type { SearchQuery } from '../search-index.js';
import { attributeOf } from './attributes.js';
import { flatClauses } from './filters.js';
import { countPart, hitPart, type Part } from './parts.js';
import { type ReachAttribute, reachAttribute } from './reach.js';

export const jointGroups = ['state', 'payer', 'line'] as const;
export type JointGroup = (typeof jointGroups)[number];

/** What one call asks of the server. The first part is the search itself; the others count a group as if it alone were open. */
export interface Plan {
  parts: Part[];
  /** By group: the part that counts it. */
  flat: Map<FlatGroup, number>;
  /** By group: the part that counts it, and the attribute whose values there are its choices. */
  joint: Map<JointGroup, { part: number; attribute: ReachAttribute }>;
  /** By mode: the part whose total is its count. */
  mode: Map<Mode, number>;
}

/** A group in which nothing is chosen is counted by the search itself. */
export function planOf(query: SearchQuery, today: string, withHits: boolean): Plan {
  const facets: string[] = [];
  const parts: Part[] = [{}];
  const add = (part: Part) => parts.push(part) - 1;
  const chosen = flatClauses(query, today);
  const flat: Plan['flat'] = new Map();
  for (const group of flatGroups) {
    const counted = !chosen.has(group) || isFlag(group);
    if (counted) facets.push(attributeOf(group));
    flat.set(group, counted ? 0 : add(countPart(query, today, [attributeOf(group)], group)));
  }
  const joint: Plan['joint'] = new Map();
  for (const group of jointGroups) {
    const attribute = reachAttributeOf(group, query);
    const open = opened(group, query);
    if (open === null) facets.push(attribute);
    joint.set(group, { attribute, part: open === null ? 0 : add(countPart(open, today, [attribute])) });
  }
  const mode: Plan['mode'] = new Map();
  for (const one of modes) {
    const alone = query.mode.length === 1 && query.mode[0] === one;
    mode.set(one, alone ? 0 : add(countPart({ ...query, mode: [one] }, today)));
  }
  const own = [...new Set(facets)];
  parts[0] = withHits ? hitPart(query, today, own) : countPart(query, today, own);
  return { parts, flat, joint, mode };
}

/** A flag that is set counts what was found; one that is not, those found that have it. */
function isFlag(group: FlatGroup): boolean {
  return (flagFacetNames as readonly FlatGroup[]).includes(group);
}

/** The attribute in which each choice of the group is a value. */
function reachAttributeOf(group: JointGroup, query: SearchQuery): ReachAttribute {
  return reachAttribute(query, {
    states: group === 'state' || query.state !== null,
    payers: group === 'payer' || query.payer.length > 0,
    lines: group === 'line' || query.line.length > 0,
  });
}

/** The search without the choices of a group; `null` when it has none. */
function opened(group: JointGroup, query: SearchQuery): SearchQuery | null {
  if (group === 'state') return query.state === null ? null : { ...query, state: null };
  return query[group].length === 0 ? null : { ...query, [group]: [] };
}
