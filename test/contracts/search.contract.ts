import { describeEveryFilter } from './search/every-filter.js';
import type { SearchHarness } from './search/harness.js';
import { describeHostile } from './search/hostile.js';
import { describePairs } from './search/pairs.js';
import { describeRandom } from './search/random.js';
import { describeRotation } from './search/rotation.js';
import { describeText } from './search/text.js';

export type { SearchHarness, SearchUnderTest } from './search/harness.js';

/** What every search engine does. An engine passes the whole of it, without a skip. */
export function searchContract(name: string, harness: SearchHarness): void {
  describe(`search contract: ${name}`, () => {
    describe('random directories', () => describeRandom(harness));
    describe('every filter', () => describeEveryFilter(harness));
    describe('text', () => describeText(harness));
    describe('filters that belong together', () => describePairs(harness));
    describe('rotation', () => describeRotation(harness));
    describe('hostile words', () => describeHostile(harness));
  });
}
