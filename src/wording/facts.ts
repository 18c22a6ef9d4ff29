import type { FacetName } from '../domain/facets.js';
import type { FactPath, Field } from '../domain/profile-fields.js';
import { answersFacts, answersFields, answersFilters } from './facts/answers.js';
import { paidFacts, paidFields, paidFilters } from './facts/paid.js';
import { whereFacts, whereFields, whereFilters } from './facts/where.js';
import { whoFacts, whoFields, whoFilters } from './facts/who.js';
import { whomFacts, whomFields, whomFilters } from './facts/whom.js';
import type { FieldWords, FilterWordsOf, WordsOf } from './facts/words.js';

export type { FactWords, FieldWords, FilterWords, Voice, YesNoWords } from './facts/words.js';

/** Every fact of the catalogue in words. */
export const factWords: { readonly [P in FactPath]: WordsOf<P> } = {
  ...whoFacts,
  ...whereFacts,
  ...paidFacts,
  ...answersFacts,
  ...whomFacts,
};

/** Every field of the catalogue in words. */
export const fieldWords: Readonly<Record<Field, FieldWords>> = {
  ...whoFields,
  ...whereFields,
  ...paidFields,
  ...answersFields,
  ...whomFields,
};

/** Every filter by a fact of the catalogue in words. */
export const facetWords: { readonly [N in FacetName]: FilterWordsOf<N> } = {
  ...whoFilters,
  ...whereFilters,
  ...paidFilters,
  ...answersFilters,
  ...whomFilters,
};
