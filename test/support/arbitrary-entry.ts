import fc from 'fast-check';
import { modes } from '../../src/domain/authority.js';
import { dayNumber } from '../../src/domain/calendar.js';
import {
  type FacetValues,
  facets,
  flagFacetNames,
  listFacetNames,
  numberFacetNames,
} from '../../src/domain/facets.js';
import type { IndexEntry } from '../../src/search/entry.js';
import { eachOf } from '../../src/search/flat-groups.js';
import { someChoices, someLines, somePayers, someStates, someZips } from './few.js';
import { TODAY } from './therapist-builder.js';

/** What a listing may have for each filter: some choices, and numbers around the steps. */
const arbitraryFacets = fc.record({
  ...eachOf(listFacetNames, (name) => fc.subarray<string>([...someChoices(name)])),
  ...eachOf(flagFacetNames, () => fc.boolean()),
  ...eachOf(numberFacetNames, (name) =>
    fc.option(fc.constantFrom(0, ...facets[name].steps.flatMap((step) => [step - 1, step]))),
  ),
}) as unknown as fc.Arbitrary<FacetValues>;

const permission = fc.record({
  state: fc.constantFrom(...someStates),
  mode: fc.constantFrom(...modes),
  basis: fc.constantFrom('license', 'psypact', 'telehealth-registration'),
  type: fc.constantFrom('LCSW', 'LMHC'),
});
const row = fc.record({
  state: fc.constantFrom(...someStates),
  payer: fc.constantFrom(...somePayers),
  line: fc.constantFrom(...someLines),
});
const office = fc.record({
  state: fc.constantFrom(...someStates),
  zip: fc.constantFrom(...someZips, '00000'),
});
const sentence = (words: readonly string[]) =>
  fc.array(fc.constantFrom(...words), { maxLength: 5 }).map((list) => list.join(' '));

/** The words that random searches look for, near misses of them, and others. */
const names = ['Ana', 'García', 'Ruiz', 'Gardner', 'Anna', 'Integra', 'Flu'];
const practices = ['Fluence', 'Fluency', 'PTSD', 'Trauma', 'Newark', '2024', 'Somatics', 'intense'];
const abouts = ['somatic', 'trauma', 'integration', 'interior', 'the', 'de', 'fluence', 'psychotherapy'];

/** A listing in a small world; each may treat somewhere. */
export const arbitraryEntry: fc.Arbitrary<IndexEntry> = fc
  .record({
    id: fc.stringMatching(/^[a-d]{1,3}$/),
    revision: fc.nat(50),
    name: fc.constantFrom('Ana García', 'Zoë Ruiz', 'anna gardner', 'Bo Flu'),
    text: fc.record({ name: sentence(names), practice: sentence(practices), about: sentence(abouts) }),
    permissions: fc.array(permission, { minLength: 1, maxLength: 5 }),
    coverage: fc.array(row, { maxLength: 6 }),
    offices: fc.array(office, { maxLength: 3 }),
    facets: arbitraryFacets,
    evidence: fc.nat(5),
    confirmedOn: fc.nat(110).map((age) => dayNumber(TODAY) - age),
  })
  .map((made) => ({
    ...made,
    slug: `slug-${made.id}`,
    coverage: made.coverage.filter((one) => made.permissions.some((may) => may.state === one.state)),
    offices: made.offices.filter((one) =>
      made.permissions.some((may) => may.state === one.state && may.mode === 'in-person'),
    ),
  }));

/** A directory: each id once. */
export const arbitraryDirectory = fc.uniqueArray(arbitraryEntry, {
  selector: (entry) => entry.id,
  maxLength: 45,
  size: 'max',
});
