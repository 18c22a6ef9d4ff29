import { factValue } from './fact-values.js';
import type { Profile } from './profile.js';
import type { Facet, FlagFacet, ListFacet, NumberFacet } from './profile-fields/facet.js';
import {
  type FacetChoice,
  type FacetName,
  type FactPath,
  type FlagFacetName,
  facts,
  type ListFacetName,
  type NumberFacetName,
} from './profile-fields.js';

export type {
  ChoiceFacetName,
  FacetChoice,
  FacetName,
  FlagFacetName,
  ListFacetName,
  NumberFacetName,
} from './profile-fields.js';

/** A filter, and the path of the fact that it asks for. */
export type PlacedFacet<F extends Facet = Facet> = F & { readonly path: FactPath };

const placed: readonly PlacedFacet[] = [...facts].flatMap(([path, { facet }]) =>
  facet === undefined ? [] : [{ ...facet, path }],
);

/** Every filter by its name, in the order in which the facts are read. */
export const facets = Object.fromEntries(placed.map((facet) => [facet.name, facet])) as {
  readonly [N in ListFacetName]: PlacedFacet<ListFacet>;
} & { readonly [N in FlagFacetName]: PlacedFacet<FlagFacet> } & {
  readonly [N in NumberFacetName]: PlacedFacet<NumberFacet>;
};

const namesOf = <N extends FacetName>(kinds: readonly Facet['kind'][]) =>
  placed.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name as N);

export const facetNames = placed.map(({ name }) => name as FacetName);
export const listFacetNames = namesOf<ListFacetName>(['list']);
export const flagFacetNames = namesOf<FlagFacetName>(['flag']);
export const numberFacetNames = namesOf<NumberFacetName>(['at most', 'at least']);

/** The choices of a filter with choices. */
export const facetChoices = <N extends ListFacetName>(name: N) =>
  facets[name].ids as readonly FacetChoice<N>[];

/** What one profile has for each filter; a number that was not given is `null`. */
export type FacetValues = { readonly [N in ListFacetName]: readonly FacetChoice<N>[] } & {
  readonly [N in FlagFacetName]: boolean;
} & { readonly [N in NumberFacetName]: number | null };

/** What a profile has for each filter. */
export function facetValues(profile: Profile): FacetValues {
  return Object.fromEntries(
    placed.map(({ name, path, of }) => [name, of(factValue(profile, path), profile)]),
  ) as unknown as FacetValues;
}
