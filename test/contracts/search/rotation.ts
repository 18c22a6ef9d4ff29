import { expect } from 'chai';
import { addDays } from '../../../src/domain/calendar.js';
import { PAGE_SIZE } from '../../../src/search/search-index.js';
import { anEntry } from '../../support/an-entry.js';
import { query } from '../../support/naive-search.js';
import { TODAY } from '../../support/therapist-builder.js';
import { type SearchHarness, withIndex } from './harness.js';

const equals = Array.from({ length: 70 }, (_, at) => anEntry(`equal${at}`));

/** The order of equals rotates daily; within a day pages keep their order. */
export function describeRotation(harness: SearchHarness): void {
  it('rotates equals through the top over a week', async () => {
    await withIndex(harness, equals, async (index) => {
      const tops = [];
      for (let day = 0; day < 7; day++)
        tops.push((await index.search(query(), addDays(TODAY, day))).hits[0]!.id);
      expect(new Set(tops).size).to.be.at.least(5);
      expect((await index.search(query(), addDays(TODAY, 7))).hits[0]!.id).to.equal(tops[0]);
    });
  });

  it('shows every listing once over the pages of a day', async () => {
    await withIndex(harness, equals, async (index) => {
      const seen: string[] = [];
      for (let page = 1; page <= 5; page++) {
        const { hits, total } = await index.search(query({ page }), TODAY);
        expect(total).to.equal(equals.length);
        expect(hits).to.have.length(page < 4 ? PAGE_SIZE : page === 4 ? 10 : 0);
        seen.push(...hits.map((hit) => hit.id));
      }
      expect([...seen].sort()).to.deep.equal(equals.map((entry) => entry.id).sort());
    });
  });

  it('ranks listings by nothing else, such as evidence', async () => {
    const [first, second] = [
      anEntry('a', { facets: { accepting: false }, evidence: 5 }),
      anEntry('b', { evidence: 0 }),
    ];
    await withIndex(harness, [first, second], async (index) => {
      for (let day = 0; day < 7; day++)
        expect((await index.search(query(), addDays(TODAY, day))).hits[0]!.id).to.equal('b');
    });
  });
}
