import { expect } from 'chai';
import fc from 'fast-check';
import {
  addDays,
  dayFromNumber,
  dayNumber,
  daySchema,
  daysBetween,
  instantSchema,
  offsetClock,
  toDay,
} from '../../src/domain/calendar.js';

const number = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2199-12-31') });

describe('a day', () => {
  it('is numbered from 1970-01-01', () => {
    expect(dayNumber('1970-01-01')).to.equal(0);
    expect(dayNumber('1969-12-31')).to.equal(-1);
    expect(dayNumber('2026-03-02')).to.equal(20514);
  });

  it('is the day in UTC of an instant', () => {
    expect(dayNumber('2026-03-02T23:59:59.999Z')).to.equal(dayNumber('2026-03-02'));
    expect(dayNumber('1969-12-31T23:59:59.999Z')).to.equal(-1);
    expect(toDay(new Date('2026-03-02T23:59:59.999Z'))).to.equal('2026-03-02');
  });

  it('follows the ends of months and leap years when days are added', () => {
    expect(addDays('2028-02-28', 1)).to.equal('2028-02-29');
    expect(addDays('2026-02-28', 1)).to.equal('2026-03-01');
    expect(addDays('2026-01-01', -1)).to.equal('2025-12-31');
    expect(addDays('2026-03-02T23:00:00.000Z', 120)).to.equal('2026-06-30');
    expect(daysBetween('2026-03-08', '2026-03-07')).to.equal(-1);
  });

  it('can be made from its number, and compares as text as it does as a number', () => {
    fc.assert(fc.property(number, (one) => dayNumber(dayFromNumber(one)) === one));
    fc.assert(
      fc.property(number, number, (one, other) => {
        expect(dayFromNumber(one) < dayFromNumber(other)).to.equal(one < other);
        expect(addDays(dayFromNumber(one), other - one)).to.equal(dayFromNumber(other));
      }),
    );
  });

  it('is refused with an example if it does not exist or its year cannot be compared', () => {
    for (const day of [
      '2026-02-29',
      '2026-13-01',
      '2026-3-2',
      '03/02/2026',
      '0001-01-01',
      '9999-12-31',
      '',
      null,
    ])
      expect(daySchema.safeParse(day).error?.issues[0]?.message, String(day)).to.equal(
        'Give a date as year-month-day, such as 2026-05-31.',
      );
    for (const day of ['1900-01-01', '2028-02-29', '2199-12-31']) expect(daySchema.parse(day)).to.equal(day);
  });
});

describe('an instant', () => {
  it('is accepted in one spelling only, so that it compares as text', () => {
    expect(instantSchema.parse('2026-05-31T09:00:00.000Z')).to.equal('2026-05-31T09:00:00.000Z');
    for (const text of [
      '2026-05-31T09:00:00Z',
      '2026-05-31T09:00Z',
      '2026-05-31T09:00:00.0000Z',
      '2026-05-31T09:00:00.000+00:00',
      '2026-05-31',
    ])
      expect(instantSchema.safeParse(text).success, text).to.equal(false);
  });

  it('compares as text as it does in time', () => {
    const moment = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, moment, (one, other) => {
        const [first, second] = [one, other].map((date) => instantSchema.parse(date.toISOString())) as [
          string,
          string,
        ];
        expect(first < second).to.equal(one.getTime() < other.getTime());
      }),
    );
  });
});

describe('the clock', () => {
  it('can run some days ahead of the machine', () => {
    const ahead = offsetClock(3).now().getTime() - Date.now();
    expect(ahead / 86_400_000).to.be.closeTo(3, 0.001);
  });
});
