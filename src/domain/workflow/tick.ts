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
 * The record after everything that is due at `now`: licenses that ended, the end of the listing, a reminder, warnings. Letters that
 * wait are sent by others. The same object when there is nothing to do and nothing to write.
 */
export function tick(therapist: Therapist, context: ClockContext): Therapist {
  const dueNow = (record: Therapist, action: Duty['action']) =>
    duties(record, context.now).filter(
      (duty) => duty.action === action && duty.at <= context.now.toISOString(),
    );
  const each = (record: Therapist, action: Duty['action']) =>
    dueNow(record, action).reduce((before, duty) => done(before, duty, context), record);
  // In this order: what is suspended does not lapse, and what lapses is reminded of nothing else.
  const order = ['expire', 'suspend', 'lapse', 'remind', 'warn'] as const;
  const after = order.reduce(each, therapist);
  const dueAt = nextDueAt(after, context.now);
  return dueAt === after.nextDueAt ? after : { ...after, nextDueAt: dueAt };
}

/** The listing suspended, when nothing verified lets them treat anybody any more. */
export function suspendWhereNothingIsLeft(therapist: Therapist, context: ClockContext): Therapist {
  const due = duties(therapist, context.now).find(({ action }) => action === 'suspend');
  return due === undefined ? therapist : done(therapist, due, context);
}

function done(therapist: Therapist, duty: Duty, context: ClockContext): Therapist {
  const transition = transitions[duty.action](therapist, duty, context);
  // Nobody reads the letters of the demonstration, and their addresses are made up.
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
      // One that did not go out yet says the same, and less.
      queuedEmails: queuedEmails.filter(({ kind }) => kind !== 'confirm'),
    },
    event: { action: 'remind', fields },
    emails: [
      { kind: 'confirm', facts: { days: String(confirmedAt && daysBetween(confirmedAt, toDay(now))) } },
    ],
  }),
};

/** The letter about the license that just ended says that nothing is left: another would say it again. */
function toldOfTheEnd({ history }: Therapist, now: Date): boolean {
  const last = history.at(-1);
  return last?.action === 'expire' && last.at === now.toISOString();
}

function ending([subject = '', expiresOn = '']: readonly string[]) {
  return { subject, expiresOn };
}

/** How many states are left to treat people in, for the words. */
function left({ published, findings }: Therapist, now: Date): string {
  const allowed = published === null ? [] : verifiedPermissions(published, findings, toDay(now));
  return String(new Set(allowed.map(({ state }) => state)).size);
}
