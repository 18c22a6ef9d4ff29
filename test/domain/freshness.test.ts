import { expect } from 'chai';
import { addDays } from '../../src/domain/calendar.js';
import { freshness, lapsesOn, REMIND_AFTER_DAYS } from '../../src/domain/freshness.js';
import { TODAY } from '../support/therapist-builder.js';

const confirmed = (daysAgo: number, time = '09:00:00.000Z') => `${addDays(TODAY, -daysAgo)}T${time}`;

describe('the freshness of a listing', () => {
  for (const [daysAgo, expected] of [
    [0, 'current'],
    [89, 'current'],
    [90, 'overdue'],
    [119, 'overdue'],
    [120, 'lapsed'],
    [4000, 'lapsed'],
  ] as const)
    it(`is ${expected} when it was confirmed ${daysAgo} days ago, at any hour`, () => {
      expect(freshness(confirmed(daysAgo, '00:00:00.000Z'), TODAY)).to.equal(expected);
      expect(freshness(confirmed(daysAgo, '23:59:59.999Z'), TODAY)).to.equal(expected);
    });

  it('is lapsed when it was never confirmed', () => {
    expect(freshness(null, TODAY)).to.equal('lapsed');
  });

  it('is current when a machine with a fast clock confirmed it tomorrow', () => {
    expect(freshness(confirmed(-1), TODAY)).to.equal('current');
  });

  it('becomes lapsed on the announced day, and not a day sooner', () => {
    const at = confirmed(50);
    expect(freshness(at, lapsesOn(at))).to.equal('lapsed');
    expect(freshness(at, addDays(lapsesOn(at), -1))).to.equal('overdue');
  });

  it('leaves time for every reminder before the listing is hidden', () => {
    for (const days of REMIND_AFTER_DAYS) expect(freshness(confirmed(days), TODAY)).not.to.equal('lapsed');
  });
});
