import { expect } from 'chai';
import fc from 'fast-check';
import { proportion } from '../../src/domain/proportion.js';

describe('a share in a sample', () => {
  it('has the interval of Wilson', () => {
    // R's prop.test(18, 20, correct = FALSE) gives 0.6990 to 0.9721.
    const { share, low, high } = proportion(18, 20);
    expect(share).to.equal(0.9);
    expect(low).to.be.closeTo(0.699, 0.0005);
    expect(high).to.be.closeTo(0.9721, 0.0005);
  });

  it('is null when nothing was counted', () => {
    expect(proportion(0, 0)).to.deep.equal({ hits: 0, of: 0, share: null, low: 0, high: 1 });
  });

  it('is within its interval, which is between 0 and 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (of, wished) => {
        const { share, low, high } = proportion(Math.min(wished, of), of);
        expect(low).to.be.within(0, share! + 1e-12);
        expect(high).to.be.within(share! - 1e-12, 1);
      }),
    );
  });
});
