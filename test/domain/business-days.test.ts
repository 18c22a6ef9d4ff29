import { expect } from 'chai';
import fc from 'fast-check';
import { addBusinessDays, federalHolidays, isBusinessDay } from '../../src/domain/business-days.js';
import { addDays, dayFromNumber } from '../../src/domain/calendar.js';

describe('business days', () => {
  it('know the federal holidays of 2026, as they are kept', () => {
    // https://www.opm.gov/policy-data-oversight/pay-leave/federal-holidays/
    expect(federalHolidays(2026)).to.deep.equal([
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
    ]);
  });

  it('keep a new year that falls on a Saturday in the year before', () => {
    expect(isBusinessDay('2021-12-31')).to.equal(false);
    expect(isBusinessDay('2022-01-03')).to.equal(true);
  });

  it('skip weekends and holidays, and do not count the first day', () => {
    expect(addBusinessDays('2026-03-02', 5)).to.equal('2026-03-09');
    expect(addBusinessDays('2026-03-06', 1)).to.equal('2026-03-09');
    expect(addBusinessDays('2026-11-25', 2)).to.equal('2026-11-30');
    expect(addBusinessDays('2026-07-02', 1)).to.equal('2026-07-06');
    expect(addBusinessDays('2026-03-07', 0)).to.equal('2026-03-07');
  });

  it('are as many as were asked for between the two days', () => {
    const days = fc.integer({ min: 0, max: 60_000 }).map(dayFromNumber);
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 30 }), (from, count) => {
        const to = addBusinessDays(from, count);
        let found = 0;
        for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isBusinessDay(day)) found++;
        expect(found).to.equal(count);
        expect(isBusinessDay(to)).to.equal(true);
      }),
    );
  });
});
