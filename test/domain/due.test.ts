import { expect } from 'chai';
import { nextDueAt } from '../../src/domain/due.js';
import { aTherapist } from '../support/therapist-builder.js';

const now = new Date('2026-03-02T10:00:00.000Z');
const psypact = { apit: 'APIT-1', homeState: 'NJ', expiresOn: '2026-03-15' } as const;
const licence = (expiresOn: string) =>
  ({ state: 'NJ', basis: 'licence', type: 'Psychologist', number: '1', expiresOn }) as const;

function due(confirmedDaysAgo: number, expiresOn = '2030-01-01', at = now) {
  const published = { authority: [licence(expiresOn)], psypact: null };
  return nextDueAt(aTherapist({ confirmedDaysAgo, published }), at);
}

describe('the next moment a clock has something to do', () => {
  for (const [age, daysAhead, day] of [
    [10, 65, '2026-05-06'],
    [74, 1, '2026-03-03'],
    [75, 15, '2026-03-17'],
    [89, 1, '2026-03-03'],
    [90, 15, '2026-03-17'],
    [105, 15, '2026-03-17'],
    [119, 1, '2026-03-03'],
  ] as const)
    it(`is in ${daysAhead} days for a listing confirmed ${age} days ago`, () => {
      expect(due(age)).to.equal(`${day}T00:00:00.000Z`);
    });

  it('is the day after a licence was valid for the last time, when that comes first', () => {
    expect(due(10, '2026-03-20')).to.equal('2026-03-21T00:00:00.000Z');
  });

  it('is tomorrow for a licence whose last day is today', () => {
    expect(due(10, '2026-03-02')).to.equal('2026-03-03T00:00:00.000Z');
  });

  it('passes over a licence that has run out already', () => {
    expect(due(10, '2026-02-01')).to.equal('2026-05-06T00:00:00.000Z');
  });

  it('counts PSYPACT as an authority', () => {
    const published = { discipline: 'psychologist' as const, authority: [licence('2030-01-01')], psypact };
    expect(nextDueAt(aTherapist({ published }), now)).to.equal('2026-03-16T00:00:00.000Z');
  });

  it('does not name the moment that is now', () => {
    expect(due(75, '2030-01-01', new Date('2026-03-02T00:00:00.000Z'))).to.equal('2026-03-17T00:00:00.000Z');
  });

  it('is past for a listing that is still listed after day 120', () => {
    expect(due(130)).to.equal('2026-02-20T00:00:00.000Z');
  });

  for (const status of ['draft', 'paused', 'suspended', 'lapsed', 'withdrawn'] as const)
    it(`is never for a therapist who is ${status}`, () => {
      expect(nextDueAt(aTherapist({ status }), now)).to.equal(null);
    });

  it('is never for one who was not confirmed', () => {
    expect(nextDueAt(aTherapist({ confirmedAt: null }), now)).to.equal(null);
  });
});
