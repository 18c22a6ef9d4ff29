import { expect } from 'chai';
import fc from 'fast-check';
import { addBusinessDays, businessDaysBetween, isBusinessDay } from '../../src/domain/business-days.js';
import { addDays } from '../../src/domain/calendar.js';

describe('the calendar of business days', () => {
  it('leaves out weekends and the federal holidays of 2026', () => {
    const holidays = [
      '2026-01-01',
      '2026-01-19',
      '2026-02-16',
      '2026-05-25',
      '2026-06-19',
      '2026-07-03',
      '2026-09-07',
      '2026-10-12',
      '2026-11-11',
      '2026-11-26',
      '2026-12-25',
    ];
    const weekdaysOff = Array.from({ length: 365 }, (_, at) => addDays('2026-01-01', at)).filter(
      (day) => !isBusinessDay(day) && ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()),
    );
    expect(weekdaysOff).to.deep.equal(holidays);
  });

  it("observes a New Year's Day on a Saturday on the Friday before, in the old year", () => {
    expect(isBusinessDay('2027-12-31')).to.equal(false);
  });

  it('counts over a long weekend', () => {
    expect(addBusinessDays('2026-11-25', 2)).to.equal('2026-11-30');
    expect(addBusinessDays('2026-03-06', 1)).to.equal('2026-03-09');
    expect(addBusinessDays('2026-03-07', 0)).to.equal('2026-03-07');
  });

  it('counts as many days between as were added', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 0, max: 40 }), (start, days) => {
        const from = addDays('2015-01-01', start);
        expect(businessDaysBetween(from, addBusinessDays(from, days))).to.equal(days);
      }),
    );
  });
});
