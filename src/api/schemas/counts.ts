import { z } from 'zod';
import { facetChoices, flagFacetNames, listFacetNames, numberFacetNames } from '../../domain/facets.js';
import { eachOf } from '../../search/flat-groups.js';
import type { FacetCounts } from '../../search/search-index.js';
import { facetWords } from '../../wording/facts.js';
import { lineId, mode, oneOfIds, payerId, stateCode } from './choices.js';
import { component } from './component.js';
import { count } from './facts.js';

const steps = z.record(z.string().regex(/^\d+$/), count);
const described = (about: string | undefined) => (about === undefined ? steps : steps.describe(about));

type Shape = { readonly [N in keyof FacetCounts]: z.ZodType<Required<FacetCounts[N]>> };

const facetCounts = {
  ...eachOf(listFacetNames, (name) => z.record(oneOfIds<string>(facetChoices(name)), count)),
  ...eachOf(flagFacetNames, () => count),
  ...eachOf(numberFacetNames, (name) => described(facetWords[name].counts)),
} as unknown as Shape;

export const counts = component(
  'Counts',
  z
    .strictObject({
      state: z.record(stateCode, count),
      payer: z.record(payerId, count),
      line: z.record(lineId, count),
      mode: z.record(mode, count),
      ...facetCounts,
      within: steps.describe('By miles; empty without near.'),
      confirmed: steps.describe('By days.'),
    })
    .describe(
      'For each choice of each filter: how many would be found if this filter alone held this one choice.',
    ),
);
