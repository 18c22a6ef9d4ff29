import { expect } from 'chai';
import type { IndexEntry } from '../../../src/search/entry.js';
import type { SearchQuery } from '../../../src/search/search-index.js';
import { anEntry } from '../../support/an-entry.js';
import { query } from '../../support/naive-search.js';
import { TODAY } from '../../support/therapist-builder.js';
import { type SearchHarness, withIndex } from './harness.js';

const license = { basis: 'license', type: 'LCSW' } as const;

/** Licensed in two states, with an office in Newark, and a different insurance in each state. */
const twoStates = anEntry('two', {
  permissions: [
    { state: 'FL', mode: 'telehealth', ...license },
    { state: 'NJ', mode: 'in-person', ...license },
    { state: 'NJ', mode: 'telehealth', ...license },
  ],
  coverage: [
    { state: 'FL', payer: 'florida-blue', line: 'commercial' },
    { state: 'NJ', payer: 'horizon-bcbsnj', line: 'medicaid' },
    { state: 'NJ', payer: 'aetna', line: 'commercial' },
  ],
  offices: [{ state: 'NJ', zip: '07102' }],
});

/** Licensed at home in Pennsylvania, elsewhere by PSYPACT. */
const psypact = anEntry('psypact', {
  permissions: [
    { state: 'PA', mode: 'telehealth', ...license },
    { state: 'WY', mode: 'telehealth', basis: 'psypact', type: 'PSYPACT' },
  ],
});

type Case = [title: string, entry: IndexEntry, wish: Partial<SearchQuery>, found: boolean];

const cases: Case[] = [
  ['an insurance in its own state', twoStates, { state: 'FL', payer: ['florida-blue'] }, true],
  ['not the insurance of another state', twoStates, { state: 'FL', payer: ['horizon-bcbsnj'] }, false],
  ['an insurance in any state', twoStates, { payer: ['horizon-bcbsnj'] }, true],
  [
    'a kind of plan of the same insurance',
    twoStates,
    { payer: ['horizon-bcbsnj'], line: ['medicaid'] },
    true,
  ],
  [
    'not the kind of plan of another insurance',
    twoStates,
    { payer: ['horizon-bcbsnj'], line: ['commercial'] },
    false,
  ],
  ['one of several insurances', twoStates, { state: 'FL', payer: ['cigna', 'florida-blue'] }, true],
  ['a mode and an insurance of one state', twoStates, { mode: ['in-person'], payer: ['aetna'] }, true],
  ['not a mode of another state', twoStates, { mode: ['in-person'], payer: ['florida-blue'] }, false],
  ['not in person where there is no office', twoStates, { state: 'FL', mode: ['in-person'] }, false],
  ['an office near enough', twoStates, { near: '10001', within: 15 }, true],
  ['not an office too far', twoStates, { near: '33101', within: 100 }, false],
  [
    'not an office in another state than the one chosen',
    twoStates,
    { state: 'FL', near: '07030', within: 50 },
    false,
  ],
  [
    'not an office in another state than the insurance',
    twoStates,
    { payer: ['florida-blue'], near: '07030' },
    false,
  ],
  ['PSYPACT by telehealth', psypact, { state: 'WY', mode: ['telehealth'] }, true],
  ['not PSYPACT in person', psypact, { state: 'WY', mode: ['in-person'] }, false],
  ['not a state without authority', psypact, { state: 'NY' }, false],
];

/** State, mode, insurance, kind of plan and distance hold in one and the same state. */
export function describePairs(harness: SearchHarness): void {
  for (const [title, entry, wish, found] of cases)
    it(`finds ${title}`, async () => {
      await withIndex(harness, [entry], async (index) => {
        const answer = await index.search(query(wish), TODAY);
        expect(answer.hits.map((hit) => hit.id)).to.deep.equal(found ? [entry.id] : []);
      });
    });

  it('gives reasons: authority, insurance, and the closest office', async () => {
    await withIndex(harness, [twoStates], async (index) => {
      const wish = query({ state: 'NJ', payer: ['aetna', 'horizon-bcbsnj'], near: '07030', within: 25 });
      const [hit] = (await index.search(wish, TODAY)).hits;
      expect(hit?.miles).to.be.closeTo(7.6, 1.5);
      expect(hit?.reasons).to.deep.equal([
        {
          kind: 'authority',
          state: 'NJ',
          modes: ['in-person', 'telehealth'],
          basis: 'license',
          type: 'LCSW',
        },
        { kind: 'coverage', state: 'NJ', payer: 'horizon-bcbsnj', lines: ['medicaid'] },
        { kind: 'coverage', state: 'NJ', payer: 'aetna', lines: ['commercial'] },
        { kind: 'office', zip: '07102', miles: hit?.miles },
      ]);
    });
  });

  it('names licenses before PSYPACT when no state is chosen', async () => {
    await withIndex(harness, [psypact], async (index) => {
      const [hit] = (await index.search(query(), TODAY)).hits;
      expect(hit?.reasons.map((reason) => reason.kind === 'authority' && reason.basis)).to.deep.equal([
        'license',
        'psypact',
      ]);
    });
  });
}
