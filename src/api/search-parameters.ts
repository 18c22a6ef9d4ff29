import { z } from 'zod';
import { facetNames, flagFacetNames } from '../domain/facets.js';
import { eachOf } from '../search/flat-groups.js';
import { MAX_VALUES } from '../search/query.js';
import {
  DEFAULT_WITHIN,
  type ListName,
  listFields,
  type QueryName,
  queryNames,
  type SingleName,
  singleFields,
} from '../search/query-fields.js';
import { MAX_TEXT } from '../search/words.js';
import { facetWords } from '../wording/facts.js';
import type { Parameter, Parameters } from './parameter.js';

const descriptions: Readonly<Record<QueryName, string>> = {
  ...eachOf(facetNames, (name) => facetWords[name].parameter),
  q: 'Words to look for in name, training, focus, place and description; a few typing mistakes are forgiven. A state, payer, kind of plan or ZIP code among them becomes a filter: query in the answer says which.',
  state: 'The state where the patient is: only therapists who may treat there.',
  payer: 'Insurance, by payer. Several are alternatives. State and payer are matched as a pair.',
  line: 'Line of business of the plan. Left out: any.',
  mode: 'In person or by telehealth, in that state.',
  near: 'A ZIP code of five digits that is in use.',
  within: `Miles from near to an office where they may treat; ${DEFAULT_WITHIN} when left out. Only with near.`,
  confirmed: 'Confirmed by the therapist within so many days.',
  sort: 'Order. Left out: who accepts new patients, then how much was verified, then how fresh; equals rotate by day. distance wants near.',
  page: 'Page of 20 hits, from 1. A page past the last has none.',
};

const examples: Partial<Record<QueryName, Parameter['example']>> = {
  state: 'NJ',
  payer: ['aetna'],
  near: '07030',
  within: 25,
  max_fee: 250,
};

/** The filters of the search page, read by the same schemas. */
export const searchParameters: Parameters = Object.fromEntries(
  queryNames.map((name) => {
    const example = examples[name];
    const common = { description: descriptions[name], ...(example !== undefined && { example }) };
    return [name, { ...readerOf(name), ...common }];
  }),
);

function readerOf(name: QueryName): Omit<Parameter, 'description'> {
  if (name === 'q') return { schema: z.string().max(MAX_TEXT) };
  if (Object.hasOwn(listFields, name)) return { schema: listFields[name as ListName], most: MAX_VALUES };
  const schema = singleFields[name as SingleName];
  return (flagFacetNames as readonly string[]).includes(name) ? { schema, sent: true } : { schema };
}
