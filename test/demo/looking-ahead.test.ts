import { expect } from 'chai';
import { openSite } from '../support/site.js';

/** How many of the demonstration are listed, and how many have lapsed, where the clock is so many days ahead. */
async function counted(days: number) {
  const site = await openSite({ settings: { DEMO: '1', CLOCK_OFFSET_DAYS: String(days) } });
  try {
    const { listings, hidden } = JSON.parse((await site.get('/api/v1/accuracy')).body);
    return { listings, lapsed: hidden.lapsed };
  } finally {
    await site.close();
  }
}

describe('a demonstration that is looked at ahead of time', () => {
  it('has grown old: whoever did not confirm is gone', async () => {
    const today = await counted(0);
    const inAMonth = await counted(30);
    expect(inAMonth.listings).to.be.below(today.listings);
    expect(inAMonth.lapsed).to.be.above(today.lapsed);
  });

  it('is not younger than its day when looked at back in time', async () => {
    expect(await counted(-30)).to.deep.equal(await counted(0));
  });
});
