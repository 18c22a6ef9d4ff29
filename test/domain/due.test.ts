import { expect } from 'chai';
import { duties, nextDueAt } from '../../src/domain/due.js';
import type { HistoryEvent } from '../../src/domain/history.js';
import type { Therapist } from '../../src/domain/therapist.js';
import { aTherapist, type TherapistWish } from '../support/therapist-builder.js';

const now = new Date('2026-03-02T10:00:00.000Z');
const psypact = { apit: 'APIT-1', homeState: 'NJ', expiresOn: '2026-05-15' } as const;
const license = (expiresOn: string) =>
  ({ state: 'NJ', basis: 'license', type: 'Psychologist', number: '1', expiresOn }) as const;
const NJ = 'authority:license:NJ:Psychologist';

function listed(wish: TherapistWish = {}, expiresOn = '2030-01-01'): Therapist {
  return aTherapist({ published: { authority: [license(expiresOn)], psypact: null }, ...wish });
}

const due = (confirmedDaysAgo: number, expiresOn?: string, more: TherapistWish = {}) =>
  nextDueAt(listed({ confirmedDaysAgo, ...more }, expiresOn), now);

function event(action: HistoryEvent['action'], fields: string[], at = '2026-02-28T09:00:00.000Z') {
  const by = { role: 'clock' as const, email: null };
  return { id: 'event0001', at, by, action, fields, reason: null, words: null, asked: [], frozen: null };
}

describe('the next moment at which the clock has something to do', () => {
  for (const [age, when, day] of [
    [10, 'in 65 days', '2026-05-06'],
    [74, 'tomorrow', '2026-03-03'],
    [75, 'today', '2026-03-02'],
    [80, 'five days past', '2026-02-25'],
    [95, 'five days past, for the later of two that were missed', '2026-02-25'],
    [119, 'past, for the last reminder', '2026-02-16'],
    [130, 'past, for the end alone', '2026-02-20'],
  ] as const)
    it(`is ${when} for a listing confirmed ${age} days ago without a reminder`, () => {
      expect(due(age)).to.equal(`${day}T00:00:00.000Z`);
    });

  for (const [age, sent, day] of [
    [80, 75, '2026-03-12'],
    [92, 90, '2026-03-15'],
    [92, 75, '2026-02-28'],
    [110, 105, '2026-03-12'],
  ] as const)
    it(`is on ${day} for a listing confirmed ${age} days ago after the reminder of day ${sent}`, () => {
      const history = [event('remind', [`day-${sent}`])];
      expect(due(age, undefined, { history })).to.equal(`${day}T00:00:00.000Z`);
    });

  it('ignores a reminder from before the confirmation', () => {
    const history = [event('remind', ['day-75'], '2025-11-01T09:00:00.000Z')];
    expect(due(80, undefined, { history })).to.equal('2026-02-25T00:00:00.000Z');
  });

  it('is 45 days before a license ends and, after that warning, the day after its last valid day', () => {
    expect(due(10, '2026-04-20')).to.equal('2026-03-06T00:00:00.000Z');
    const history = [event('warn', [NJ, '2026-04-20'])];
    expect(due(10, '2026-04-20', { history })).to.equal('2026-04-21T00:00:00.000Z');
  });

  it('is a new one after a license was renewed to another day', () => {
    const history = [event('warn', [NJ, '2026-03-20'])];
    expect(due(10, '2026-04-20', { history })).to.equal('2026-03-06T00:00:00.000Z');
  });

  it('is now for a license that has ended, until the therapist was told', () => {
    const history = [event('expire', [NJ, '2026-02-01'])];
    const telehealth = { ...license('2030-01-01'), type: 'Other' };
    const published = { authority: [license('2026-02-01'), telehealth] };
    expect(nextDueAt(aTherapist({ published }), now)).to.equal('2026-02-02T00:00:00.000Z');
    expect(nextDueAt(aTherapist({ published, history }), now)).to.equal('2026-05-06T00:00:00.000Z');
  });

  it('ignores a license that nobody verified', () => {
    const other = { ...license('2026-03-10'), type: 'Other' };
    const whole = aTherapist({ published: { authority: [license('2030-01-01'), other] } });
    const findings = whole.findings.filter(({ subject }) => !subject.endsWith(':Other'));
    const left = duties({ ...whole, findings }, now).filter(({ fields }) => fields[0]?.endsWith(':Other'));
    expect(left).to.deep.equal([]);
    expect(nextDueAt(whole, now)).to.equal('2026-01-24T00:00:00.000Z');
    expect(nextDueAt({ ...whole, findings }, now)).to.equal('2026-05-06T00:00:00.000Z');
  });

  it('counts PSYPACT as an authority', () => {
    const published = { discipline: 'psychologist' as const, authority: [license('2030-01-01')], psypact };
    expect(nextDueAt(aTherapist({ published }), now)).to.equal('2026-03-31T00:00:00.000Z');
  });

  it('is today when no verified authority is left', () => {
    expect(nextDueAt(aTherapist({ findings: [] }), now)).to.equal('2026-03-02T00:00:00.000Z');
  });

  it('is day 120 for the demonstration, without emails before', () => {
    expect(due(80, '2026-03-20', { demo: true })).to.equal('2026-04-11T00:00:00.000Z');
  });

  it('is the next try of an email, in any status', () => {
    const nextTryAt = '2026-03-02T10:05:00.000Z';
    const queuedEmails = [
      { id: 'letter01', kind: 'declined', facts: {}, at: nextTryAt, tries: 1, nextTryAt } as const,
    ];
    expect(nextDueAt(aTherapist({ status: 'declined', queuedEmails: [...queuedEmails] }), now)).to.equal(
      nextTryAt,
    );
  });

  for (const status of ['draft', 'paused', 'suspended', 'lapsed', 'withdrawn'] as const)
    it(`does not exist for a therapist who is ${status} and has no queued email`, () => {
      expect(nextDueAt(aTherapist({ status }), now)).to.equal(null);
    });

  it('does not exist for a listing that was never confirmed', () => {
    expect(nextDueAt(aTherapist({ confirmedAt: null }), now)).to.equal(null);
  });

  it('does not exist for a listing without a published profile', () => {
    expect(nextDueAt(aTherapist({ published: null }), now)).to.equal(null);
  });

  it('counts a reminder from the very moment of the confirmation', () => {
    const at = listed({ confirmedDaysAgo: 80 }).confirmedAt!;
    expect(due(80, undefined, { history: [event('remind', ['day-75'], at)] })).to.equal(
      '2026-03-12T00:00:00.000Z',
    );
  });
});

describe('what the clock has to do', () => {
  const actionsOf = (therapist: Therapist) => duties(therapist, now).map(({ action }) => action);

  it('reminds nobody from day 120 on', () => {
    expect(actionsOf(listed({ confirmedDaysAgo: 119 }))).to.include('remind');
    expect(actionsOf(listed({ confirmedDaysAgo: 120 }))).to.not.include('remind');
  });

  it('lapses a listing on day 120, and says nothing more about it', () => {
    const lapse = { action: 'lapse', at: '2026-06-20T00:00:00.000Z', fields: [] };
    expect(duties(listed({ confirmedDaysAgo: 10 }), now)).to.deep.include(lapse);
  });

  it('suspends a listing without verified authority today, and says nothing more about it', () => {
    const suspend = { action: 'suspend', at: '2026-03-02T00:00:00.000Z', fields: [] };
    expect(duties(listed({ findings: [] }), now)).to.deep.include(suspend);
    expect(duties(listed({ findings: [], demo: true }), now)).to.deep.include(suspend);
    expect(actionsOf(listed())).to.not.include('suspend');
  });

  it('tells of each license once, whatever it told of another', () => {
    const history = [event('warn', ['authority:license:NY:LMHC', '2026-04-20'])];
    expect(actionsOf(listed({ history }, '2026-04-20'))).to.include('warn');
    const told = [event('warn', [NJ, '2026-04-20']), event('expire', [NJ, '2026-04-20'])];
    const left = ['lapse', 'remind', 'remind', 'remind'];
    expect(actionsOf(listed({ history: told }, '2026-04-20'))).to.deep.equal(left);
  });

  it('does nothing about PSYPACT that is gone, although a finding of it is left', () => {
    const therapist = listed();
    const left = { ...therapist.findings[0]!, subject: 'authority:psypact' };
    const findings = [...therapist.findings, left];
    expect(duties({ ...therapist, findings }, now)).to.deep.equal(duties(therapist, now));
  });
});
