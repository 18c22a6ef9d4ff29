import { expect } from 'chai';
import { dueIfSent, reviewDue, reviewTimeInWords } from '../../src/domain/review-due.js';
import { statuses } from '../../src/domain/therapist.js';

const FRIDAY = '2026-03-06';

describe('the day by which a reviewer decides', () => {
  it('is five business days after an application was sent', () => {
    expect(reviewDue({ status: 'submitted', waitingSince: `${FRIDAY}T20:00:00.000Z` })).to.equal(
      '2026-03-13',
    );
    expect(reviewTimeInWords({ status: 'draft' })).to.equal('five business days');
  });

  it('is two business days after an edit of a listing, hidden or not', () => {
    for (const status of ['listed', 'paused', 'suspended', 'lapsed'] as const) {
      expect(reviewDue({ status, waitingSince: `${FRIDAY}T20:00:00.000Z` }), status).to.equal('2026-03-10');
      expect(reviewTimeInWords({ status })).to.equal('two business days');
    }
  });

  it('is null when nothing waits', () => {
    for (const status of statuses) expect(reviewDue({ status, waitingSince: null }), status).to.equal(null);
  });

  it('skips holidays', () => {
    expect(dueIfSent({ status: 'listed' }, '2026-07-01')).to.equal('2026-07-06');
  });
});
