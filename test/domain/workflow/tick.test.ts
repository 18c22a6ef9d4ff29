import { expect } from 'chai';
import { addDays } from '../../../src/domain/calendar.js';
import type { Therapist } from '../../../src/domain/therapist.js';
import { therapistSchema } from '../../../src/domain/therapist.js';
import { act } from '../../../src/domain/workflow/act.js';
import { tick } from '../../../src/domain/workflow/tick.js';
import { aTherapist, at, type TherapistWish, TODAY } from '../../support/therapist-builder.js';
import { as, newId, onDay, self } from '../../support/workflow-world.js';

const license = (expiresOn: string, type = 'LPC') =>
  ({ state: 'NJ', basis: 'license', type, number: '1', expiresOn }) as const;
const NJ = 'authority:license:NJ:LPC';

const listed = (wish: TherapistWish = {}) => aTherapist({ confirmedDaysAgo: 0, ...wish });
const tickOn = (therapist: Therapist, day: string) =>
  therapistSchema.parse(tick(therapist, { now: onDay(day), newId }));
const done = ({ history }: Therapist) => history.map(({ action, fields }) => [action, ...fields].join(' '));
const emails = (therapist: Therapist) => therapist.queuedEmails.map(({ kind }) => kind);

/** Lets the clock tick on each of these days after the confirmation. */
function through(therapist: Therapist, days: readonly number[]): Therapist {
  return days.reduce((record, days) => tickOn(record, addDays(TODAY, days)), therapist);
}

describe('a tick of the clock', () => {
  it('returns the same object when nothing is due and the next moment is right', () => {
    const once = tickOn(listed(), TODAY);
    expect(once.history).to.deep.equal([]);
    expect(once.nextDueAt).to.equal(at(addDays(TODAY, 75)).replace('09', '00'));
    expect(tick(once, { now: onDay(TODAY), newId })).to.equal(once);
  });

  it('reminds on days 75, 90 and 105, once each, and lapses on day 120', () => {
    const after = through(listed(), [74, 75, 75, 76, 89, 90, 91, 105, 106, 119, 120, 121]);
    expect(done(after)).to.deep.equal(['remind day-75', 'remind day-90', 'remind day-105', 'lapse']);
    expect(after.status).to.equal('lapsed');
    expect(after.history.every(({ by }) => by.role === 'clock')).to.equal(true);
  });

  it('keeps only the last reminder among the queued emails', () => {
    const after = through(listed(), [75, 90]);
    expect(emails(after)).to.deep.equal(['confirm']);
    expect(after.queuedEmails[0]!.facts).to.deep.equal({ days: '90' });
  });

  it('sends only the latest reminder after it did not run for weeks', () => {
    expect(done(through(listed(), [100]))).to.deep.equal(['remind day-90']);
    expect(done(through(listed(), [100, 106]))).to.deep.equal(['remind day-90', 'remind day-105']);
    expect(done(through(listed(), [118]))).to.deep.equal(['remind day-105']);
  });

  it('lapses without a reminder after it did not run for months', () => {
    const after = through(listed(), [200]);
    expect(done(after)).to.deep.equal(['lapse']);
    expect(emails(after)).to.deep.equal(['lapsed']);
    expect(after.confirmKey).to.be.a('string');
    expect(after.nextDueAt).to.equal(after.queuedEmails[0]!.nextTryAt);
  });

  it('makes one key for the link that confirms, and another one after it was used', () => {
    const first = through(listed(), [75]);
    const second = tickOn(first, addDays(TODAY, 90));
    expect(second.confirmKey).to.equal(first.confirmKey);
    const confirmed = act(second, { action: 'confirm' }, as(self, { now: onDay(addDays(TODAY, 91)) }));
    expect(confirmed.confirmKey).to.equal(null);
    expect(confirmed.queuedEmails).to.deep.equal([]);
    const again = tickOn(confirmed, addDays(TODAY, 166));
    expect(again.confirmKey).to.not.be.oneOf([null, first.confirmKey]);
    expect(done(again).at(-1)).to.equal('remind day-75');
  });

  it('sends no reminder while the listing is paused, and none for the past when it comes back', () => {
    const now = (days: number) => as(self, { now: onDay(addDays(TODAY, days)) });
    const paused = act(listed(), { action: 'pause' }, now(10));
    const slept = through(paused, [75, 90]);
    expect(slept.history).to.deep.equal(paused.history);
    const back = act(slept, { action: 'resume' }, now(91));
    expect(back.status).to.equal('listed');
    expect(done(through(back, [91, 92]))).to.deep.equal(['pause', 'resume', 'remind day-90']);
  });

  it('warns 45 days before a license ends, and says the day after its end that it ended', () => {
    const published = {
      authority: [license(addDays(TODAY, 60)), license(addDays(TODAY, 500), 'LMHC')],
    };
    const after = through(listed({ published }), [14, 15, 16, 60, 61, 62]);
    const ends = addDays(TODAY, 60);
    expect(done(after)).to.deep.equal([`warn ${NJ} ${ends}`, `expire ${NJ} ${ends}`]);
    expect(emails(after)).to.deep.equal(['license-expiring', 'license-expired']);
    expect(after.queuedEmails[1]!.facts).to.deep.equal({ subject: NJ, expiresOn: ends, left: '1' });
    expect(after.status).to.equal('listed');
  });

  it('does not warn of what ended while it did not run', () => {
    const published = { authority: [license(addDays(TODAY, 5)), license(addDays(TODAY, 500), 'LMHC')] };
    expect(done(through(listed({ published }), [7]))).to.deep.equal([`expire ${NJ} ${addDays(TODAY, 5)}`]);
  });

  it('suspends the listing when the last license has ended', () => {
    const published = { authority: [license(addDays(TODAY, 5))] };
    const after = through(listed({ published }), [5, 6, 7]);
    expect(after.status).to.equal('suspended');
    expect(done(after).slice(1)).to.deep.equal([`expire ${NJ} ${addDays(TODAY, 5)}`, 'suspend']);
    const last = after.history.at(-1)!;
    expect(last.reason).to.equal('no-verified-authority');
    expect(last.frozen!.profile).to.deep.equal(after.published);
    expect(emails(after)).to.deep.equal(['license-expiring', 'license-expired']);
    expect(after.queuedEmails[1]!.facts.left).to.equal('0');
  });

  it('sends an email about a suspension that no ended license explains', () => {
    const after = tickOn(listed({ findings: [] }), TODAY);
    expect(done(after)).to.deep.equal(['suspend']);
    expect(emails(after)).to.deep.equal(['suspended']);
  });

  it('suspends rather than lapses when both are due', () => {
    const published = { authority: [license(addDays(TODAY, 5))] };
    expect(through(listed({ published }), [130]).status).to.equal('suspended');
  });

  it('warns of the end of PSYPACT too', () => {
    const psypact = { apit: 'APIT-1', homeState: 'NJ', expiresOn: addDays(TODAY, 30) } as const;
    const published = { discipline: 'psychologist' as const, psypact };
    const after = through(listed({ published }), [1, 31]);
    expect(done(after)).to.deep.equal([
      `warn authority:psypact ${psypact.expiresOn}`,
      `expire authority:psypact ${psypact.expiresOn}`,
    ]);
  });

  it('changes what is visible of the demonstration, and sends it no emails', () => {
    const after = through(listed({ demo: true }), [75, 90, 120]);
    expect(done(after)).to.deep.equal(['lapse']);
    expect(after.queuedEmails).to.deep.equal([]);
  });
});
