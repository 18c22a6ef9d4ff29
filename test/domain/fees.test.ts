import { expect } from 'chai';
import { estimateCourse } from '../../src/domain/fees.js';
import { profileFields } from '../../src/domain/profile-fields.js';

describe('the cost of a course', () => {
  it('is 3 to 6 packages on the full path', () => {
    expect(estimateCourse({ hourly: null, packagePerSession: 500 }).full).to.deep.equal({
      from: 1500,
      to: 3000,
    });
    expect(estimateCourse({ hourly: null, packagePerSession: 1200 }).full).to.deep.equal({
      from: 3600,
      to: 7200,
    });
  });

  it('is 1 preparation and 3 integrations, to 3 preparations and 6 integrations, by the hour on the hybrid path', () => {
    expect(estimateCourse({ hourly: 200, packagePerSession: null }).hybrid).to.deep.equal({
      from: 800,
      to: 1800,
    });
    expect(estimateCourse({ hourly: 400, packagePerSession: null }).hybrid).to.deep.equal({
      from: 1600,
      to: 3600,
    });
  });

  it('has no figure when no fee was given', () => {
    expect(estimateCourse({ hourly: null, packagePerSession: null })).to.deep.equal({
      full: null,
      hybrid: null,
    });
    expect(estimateCourse({ hourly: 250, packagePerSession: null }).full).to.equal(null);
    expect(estimateCourse({ hourly: null, packagePerSession: 700 }).hybrid).to.equal(null);
  });

  it('is 0 when the fee is 0', () => {
    const free = estimateCourse({ hourly: 0, packagePerSession: 0 });
    expect(free).to.deep.equal({ full: { from: 0, to: 0 }, hybrid: { from: 0, to: 0 } });
  });
});

describe('a fee', () => {
  const fees = { hourly: 220, packagePerSession: null, slidingScale: true, superbill: false, hsaFsa: false };

  it('is a whole number of dollars from 0 to 5,000', () => {
    for (const hourly of [0, 220, 5000, null])
      expect(profileFields.fees.schema.safeParse({ ...fees, hourly }).success).to.equal(true);
    for (const hourly of [-1, 5001, 219.5, Number.NaN, Infinity, '220', undefined]) {
      const parsed = profileFields.fees.schema.safeParse({ ...fees, hourly });
      expect(parsed.error?.issues[0]?.message, String(hourly)).to.equal(
        'Give a whole number from 0 to 5,000.',
      );
    }
  });
});
