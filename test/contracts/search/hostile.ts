import { expect } from 'chai';
import { anEntry } from '../../support/an-entry.js';
import { query } from '../../support/naive-search.js';
import { TODAY } from '../../support/therapist-builder.js';
import { type SearchHarness, withIndex } from './harness.js';

const hostile = [
  '__proto__',
  'constructor toString',
  '" OR 1=1 --',
  'state = "NJ"',
  '*',
  '\\" \\\\',
  '😀🧠',
  '\ud800',
  'a\udfffb',
  '\0',
  '\u202e',
  'x'.repeat(10_000),
  'word '.repeat(2_000),
  '({[<',
  'ﬁ ½ ①',
];

/** Searches for hostile words, and listings that contain them. */
export function describeHostile(harness: SearchHarness): void {
  const entries = hostile.map((text, at) => anEntry(`h${at}`, { text: { about: text.slice(0, 400) } }));

  for (const q of hostile)
    it(`searches for ${JSON.stringify(q.slice(0, 20))} like for any words`, async () => {
      await withIndex(harness, entries, async (index) => {
        const { total, hits } = await index.search(query({ q }), TODAY);
        expect(total).to.equal(hits.length);
        expect(await index.totals([query({ q })], TODAY)).to.deep.equal([total]);
      });
    });

  it('indexes listings with such words like any other', async () => {
    await withIndex(harness, entries, async (index) => {
      expect(await index.size()).to.equal(hostile.length);
      await index.apply([...entries.map(({ id }) => ({ id, entry: null })), { id: 'nobody', entry: null }]);
      await harness.settle?.();
      expect(await index.size()).to.equal(0);
      expect((await index.search(query(), TODAY)).hits).to.deep.equal([]);
    });
  });
}
