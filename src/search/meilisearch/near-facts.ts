import {
  type FacetName,
  type FacetValues,
  type FlagFacetName,
  flagFacetNames,
  type ListFacetName,
  listFacetNames,
  type NumberFacetName,
  numberFacetNames,
} from '../../domain/facets.js';
import type { IndexEntry } from '../entry.js';
import type { JointFacts } from '../joint.js';
import { type PackedFacts, packFacts, unpackFacts } from './facts.js';

/** What a search near a ZIP code reads in this process. */
export type NearFacts = JointFacts & Pick<IndexEntry, 'facets' | 'confirmedOn' | 'evidence' | 'name'>;

type Values<N extends FacetName> = FacetValues[N][];
type Rest = [confirmedOn: number, evidence: number, name: string];

/** Bare values, because one search may read thousands of them from the server. Each list is in the order of the facets' names. */
export type PackedNear = [
  PackedFacts,
  Values<ListFacetName>,
  Values<FlagFacetName>,
  Values<NumberFacetName>,
  Rest,
];

/** Of the states with an office alone. */
export function packNear(entry: IndexEntry): PackedNear {
  const states = new Set(entry.offices.map((office) => office.state));
  const { facets } = entry;
  return [
    packFacts({
      permissions: entry.permissions.filter((may) => states.has(may.state)),
      coverage: entry.coverage.filter((row) => states.has(row.state)),
      offices: entry.offices,
    }),
    listFacetNames.map((name) => facets[name]),
    flagFacetNames.map((name) => facets[name]),
    numberFacetNames.map((name) => facets[name]),
    [entry.confirmedOn, entry.evidence, entry.name],
  ];
}

export function unpackNear([joint, lists, flags, numbers, rest]: PackedNear): NearFacts {
  const { permissions, coverage, offices } = unpackFacts(joint);
  const [confirmedOn, evidence, name] = rest;
  const facets: Record<string, unknown> = {};
  listFacetNames.forEach((facet, at) => {
    facets[facet] = lists[at];
  });
  flagFacetNames.forEach((facet, at) => {
    facets[facet] = flags[at];
  });
  numberFacetNames.forEach((facet, at) => {
    facets[facet] = numbers[at];
  });
  const has = facets as unknown as FacetValues;
  return { permissions, coverage, offices, facets: has, confirmedOn, evidence, name };
}
