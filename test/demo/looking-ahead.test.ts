import { expect } from 'chai';
import { openSite } from '../support/site.js';

/**
 * How many demonstration therapists are listed, and how many have lapsed, with the clock this many days ahead.
 */
async function counted(days: number) {
  const site = await openSite({ settings: { DEMO: '1', CLOCK_OFFSET_DAYS: String(days) } });
  try {
    const { listings, hidden } = JSON.parse((await site.get('/api/v1/accuracy')).body);
    return { listings, lapsed: hidden.lapsed };
  } finally {
    await site.close();
  }
}

describe('demonstration with a shifted clock', () => {
  it('hides therapists who did not confirm when the clock is ahead', async () => {
    const today = await counted(0);
    const inAMonth = await counted(30);
    expect(inAMonth.listings).to.be.below(today.listings);
    expect(inAMonth.lapsed).to.be.above(today.lapsed);
  });

  it('shows the same listings when the clock is behind', async () => {
    expect(await counted(-30)).to.deep.equal(await counted(0));
  });
});
