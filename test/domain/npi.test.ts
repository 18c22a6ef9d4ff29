import { expect } from 'chai';
import fc from 'fast-check';
import { isNpi } from '../../src/domain/npi.js';

const nine = fc.tuple(fc.constantFrom('1', '2'), fc.stringMatching(/^\d{8}$/)).map((parts) => parts.join(''));
const checkDigits = (start: string) => [...'0123456789'].filter((digit) => isNpi(start + digit));

describe('an NPI', () => {
  it('passes with the right check digit', () => {
    expect(isNpi('1234567893')).to.equal(true);
    expect(isNpi('1993999998')).to.equal(true);
  });

  it('starts with 1 or 2, even if the check digit is right', () => {
    expect(isNpi('9941339100')).to.equal(false);
  });

  it('is ten digits and nothing else', () => {
    for (const text of [
      '',
      '123456789',
      '12345678930',
      ' 1234567893',
      '1234567893\n',
      '1234-567-893',
      '１２３４５６７８９３',
    ])
      expect(isNpi(text), JSON.stringify(text)).to.equal(false);
  });

  it('has exactly one check digit for any nine digits', () => {
    fc.assert(fc.property(nine, (start) => checkDigits(start).length === 1));
  });

  it('breaks when any one digit is mistyped', () => {
    fc.assert(
      fc.property(nine, fc.nat({ max: 9 }), fc.integer({ min: 1, max: 9 }), (start, place, by) => {
        const npi = start + checkDigits(start)[0];
        const digit = (Number(npi[place]) + by) % 10;
        expect(isNpi(npi.slice(0, place) + digit + npi.slice(place + 1))).to.equal(false);
      }),
    );
  });
});
