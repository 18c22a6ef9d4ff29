import { expect } from 'chai';
import { waitInWords } from '../../src/web/error-pages.js';

describe('the time to wait in words', () => {
  const table: [seconds: number, words: string][] = [
    [Number.NaN, 'a moment'],
    [0, 'a moment'],
    [1, 'a minute'],
    [60, 'a minute'],
    [61, '2 minutes'],
    [1740, '29 minutes'],
    [3600, 'an hour'],
  ];
  for (const [seconds, words] of table)
    it(`is “${words}” for ${seconds} seconds`, () => {
      expect(waitInWords(seconds)).to.equal(words);
    });
});
