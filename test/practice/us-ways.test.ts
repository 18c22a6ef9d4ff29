import { expect } from 'chai';
import fc from 'fast-check';
import { payerIds, payers } from '../../src/domain/reference/payers.js';
import { programIds } from '../../src/domain/reference/programs.js';
import { stateCodes } from '../../src/domain/reference/states.js';
import * as ways from '../../src/practice/form/us-ways.js';
import { payerNamed } from '../../src/search/payer-named.js';
import { programName, programNamed } from '../../src/search/program-named.js';

describe('typed text', () => {
  for (const [typed, dollars] of [
    ['180', 180],
    ['$180', 180],
    ['$ 1,200.00', 1200],
    ['220/hr', 220],
    ['220 dollars', 220],
    ['$180.50', '$180.50'],
    ['1,2,3', '1,2,3'],
    ['-5', '-5'],
    ['about 200', 'about 200'],
  ] as const)
    it(`as money: ${typed}`, () => expect(ways.dollarsTyped(typed)).to.equal(dollars));

  for (const [typed, day] of [
    ['5/31/2027', '2027-05-31'],
    ['05-31-27', '2027-05-31'],
    ['2027-5-31', '2027-05-31'],
    ['May 31, 2027', '2027-05-31'],
    ['31-May-27', '2027-05-31'],
    ['sept. 3rd 2027', '2027-09-03'],
    ['31/5/2027', '2027-31-05'],
    ['soon', 'soon'],
    ['Foo 3, 2027', 'Foo 3, 2027'],
  ] as const)
    it(`as a day: ${typed}`, () => expect(ways.dayTyped(typed)).to.equal(day));

  for (const [typed, phone] of [
    ['(555) 555-0123', '555-555-0123'],
    ['+1 555.555.0123', '555-555-0123'],
    ['1-555-555-0123', '555-555-0123'],
    ['5555550123', '555-555-0123'],
    ['555-0123', '555-0123'],
    ['call 5555550123', 'call 5555550123'],
  ] as const)
    it(`as a phone number: ${typed}`, () => expect(ways.phoneTyped(typed)).to.equal(phone));

  for (const [typed, address] of [
    ['ana.example/kap', 'https://ana.example/kap'],
    ['http://ana.example', 'http://ana.example'],
    ['javascript:alert(1)', 'javascript:alert(1)'],
    ['just words', 'just words'],
  ] as const)
    it(`as an address: ${typed}`, () => expect(ways.addressTyped(typed)).to.equal(address));

  it('reads back the day that was shown', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2150-01-01'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          expect(ways.dayTyped(ways.dayShown(day))).to.equal(day);
        },
      ),
    );
  });

  it('never causes an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const way of [
          ways.dollarsTyped,
          ways.wholeTyped,
          ways.dayTyped,
          ways.phoneTyped,
          ways.addressTyped,
        ])
          way(text);
        payerNamed(text, 'NJ');
        programNamed(text);
      }),
    );
  });
});

describe('a name as the form shows it', () => {
  it('reads back as the same payer in every state', () => {
    for (const id of payerIds)
      for (const state of [null, ...stateCodes])
        expect(payerNamed(payers[id].name, state).found, `${id} in ${state}`).to.deep.equal({ id });
  });

  it('reads back as the same program', () => {
    for (const id of programIds) expect(programNamed(programName(id))).to.deep.equal({ id });
  });
});
