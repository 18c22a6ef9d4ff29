import { daysBetween, toDay } from '../calendar.js';
import { type Duty, duties, nextDueAt } from '../due.js';
import type { Actor } from '../history.js';
import { verifiedPermissions } from '../listing.js';
import type { Therapist } from '../therapist.js';
import type { Context } from './command.js';
import { applyTransition, publicFrozen, type Transition } from './transition.js';

type ClockContext = Pick<Context, 'now' | 'newId'>;

const clock: Actor = { role: 'clock', email: null };

/**
 * The record after everything that is due at `now`: licenses that ended, the end of the listing, a reminder, warnings. The mail queue sends
 * the emails. Returns the same object when there is nothing to do and nothing to write.
 */
export function tick(therapist: Therapist, context: ClockContext): Therapist {
  const dueNow = (record: Therapist, action: Duty['action']) =>
    duties(record, context.now).filter(
      (duty) => duty.action === action && duty.at <= context.now.toISOString(),
    );
  const each = (record: Therapist, action: Duty['action']) =>
    dueNow(record, action).reduce((before, duty) => done(before, duty, context), record);
  // In this order: a suspended listing does not lapse, and a lapsed one gets no other reminder.
  const order = ['expire', 'suspend', 'lapse', 'remind', 'warn'] as const;
  const after = order.reduce(each, therapist);
  const dueAt = nextDueAt(after, context.now);
  return dueAt === after.nextDueAt ? after : { ...after, nextDueAt: dueAt };
}

/** The record, suspended when no verified authority is left. */
export function suspendWhereNothingIsLeft(therapist: Therapist, context: ClockContext): Therapist {
  const due = duties(therapist, context.now).find(({ action }) => action === 'suspend');
  return due === undefined ? therapist : done(therapist, due, context);
}

function done(therapist: Therapist, duty: Duty, context: ClockContext): Therapist {
  const transition = transitions[duty.action](therapist, duty, context);
  // Nobody reads the emails of the demonstration, and its addresses are made up.
  const emails = therapist.demo ? [] : (transition.emails ?? []);
  return applyTransition(therapist, { ...transition, emails }, { actor: clock, ...context });
}

const transitions: Record<
  Duty['action'],
  (therapist: Therapist, duty: Duty, context: ClockContext) => Transition
> = {
  expire: (therapist, { fields }, { now }) => ({
    changes: {},
    event: { action: 'expire', fields },
    emails: [{ kind: 'license-expired', facts: { ...ending(fields), left: left(therapist, now) } }],
  }),
  warn: (_, { fields }) => ({
    changes: {},
    event: { action: 'warn', fields },
    emails: [{ kind: 'license-expiring', facts: ending(fields) }],
  }),
  suspend: (therapist, _, { now }) => ({
    changes: { status: 'suspended' },
    event: {
      action: 'suspend',
      reason: 'no-verified-authority',
      frozen: publicFrozen(therapist),
    },
    emails: toldOfTheEnd(therapist, now)
      ? []
      : [{ kind: 'suspended', facts: { reason: 'no-verified-authority' } }],
  }),
  lapse: ({ confirmKey }, _, { newId }) => ({
    changes: { status: 'lapsed', confirmKey: confirmKey ?? newId() },
    event: { action: 'lapse' },
    emails: [{ kind: 'lapsed' }],
  }),
  remind: ({ confirmKey, queuedEmails, confirmedAt }, { fields }, { now, newId }) => ({
    changes: {
      confirmKey: confirmKey ?? newId(),
      // An older one that was not sent yet says the same, and less.
      queuedEmails: queuedEmails.filter(({ kind }) => kind !== 'confirm'),
    },
    event: { action: 'remind', fields },
    emails: [
      { kind: 'confirm', facts: { days: String(confirmedAt && daysBetween(confirmedAt, toDay(now))) } },
    ],
  }),
};

/** Whether the email about the license that just ended says already that no other is left. */
function toldOfTheEnd({ history }: Therapist, now: Date): boolean {
  const last = history.at(-1);
  return last?.action === 'expire' && last.at === now.toISOString();
}

function ending([subject = '', expiresOn = '']: readonly string[]) {
  return { subject, expiresOn };
}

/** The number of states that are left to treat in, for the email. */
function left({ published, findings }: Therapist, now: Date): string {
  const allowed = published === null ? [] : verifiedPermissions(published, findings, toDay(now));
  return String(new Set(allowed.map(({ state }) => state)).size);
}
