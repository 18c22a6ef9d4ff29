import { expect } from 'chai';
import fc from 'fast-check';
import { toDay } from '../../../src/domain/calendar.js';
import { nextDueAt } from '../../../src/domain/due.js';
import { isVerified } from '../../../src/domain/findings.js';
import { listingOn, verifiedPermissions } from '../../../src/domain/listing.js';
import { fieldNames } from '../../../src/domain/profile-fields.js';
import { type Therapist, therapistSchema } from '../../../src/domain/therapist.js';
import { act } from '../../../src/domain/workflow/act.js';
import { answerQuestions } from '../../../src/domain/workflow/answer-questions.js';
import type { Command, Context } from '../../../src/domain/workflow/command.js';
import { NotAllowed, Unmet } from '../../../src/domain/workflow/errors.js';
import { newApplication } from '../../../src/domain/workflow/new-application.js';
import { inReview } from '../../../src/domain/workflow/permission.js';
import { recordFindings } from '../../../src/domain/workflow/recheck.js';
import { subjectsOf } from '../../../src/domain/workflow/subjects.js';
import { tick } from '../../../src/domain/workflow/tick.js';
import { arbitraryProfile } from '../../support/arbitrary-profile.js';
import { plainProfile } from '../../support/plain-profile.js';
import { runs } from '../../support/runs.js';
import { TODAY } from '../../support/therapist-builder.js';
import { ada, ben, clock, newId, save, self } from '../../support/workflow-world.js';

type Step = (therapist: Therapist, context: Context) => Therapist;

const NAME = 'Zebulon Quartermaine';
const NUMBER = 'LIC-98431';
const NPI = '1993999998';
const base = {
  ...plainProfile(TODAY),
  name: NAME,
  npi: NPI,
  authority: plainProfile(TODAY).authority.map((held) => ({ ...held, number: NUMBER })),
};

const command =
  (wish: Command): Step =>
  (therapist, context) =>
    act(therapist, wish, context);
const plain = ['submit', 'take-back', 'claim', 'release', 'confirm', 'pause', 'resume'] as const;
const commands: Step[] = [
  ...plain.map((action) => command({ action })),
  command({ action: 'list', words: null }),
  command({ action: 'list', words: null }),
  command({
    action: 'ask',
    asked: [{ field: 'about', question: `Is this ${NAME}?` }],
    words: `Dear ${NAME}`,
  }),
  command({ action: 'decline', reason: 'other', words: NAME }),
  command({ action: 'drop', reason: 'other', words: NAME }),
  command({ action: 'suspend', reason: 'other', words: NAME }),
  command({ action: 'restore', words: NAME }),
  command({ action: 'correct', patch: { accepting: false }, words: NAME }),
  (therapist, context) => answerQuestions(therapist, [{ field: 'about', answer: `Yes, ${NAME}.` }], context),
];

/** A reviewer goes through whatever the profile claims. */
const look = (result: 'verified' | 'not-shown', only: (subject: string) => boolean): Step => {
  return (therapist, context) => {
    const about = (inReview(therapist) ? therapist.draft : therapist.published) ?? {};
    const found = subjectsOf(about)
      .filter(only)
      .map((subject) => ({ subject, result, seen: NUMBER, on: toDay(context.now) }));
    return recordFindings(therapist, found, context);
  };
};

const saves = fc
  .record({ other: arbitraryProfile, fields: fc.subarray([...fieldNames], { maxLength: 4 }) })
  .map(({ other, fields }): Step => {
    const patch = Object.fromEntries(fields.map((field) => [field, other[field]]));
    return (therapist, context) => save(therapist, { patch }, context);
  });
const mends: Step = (therapist, context) => save(therapist, { patch: base }, context);
const papers: Step = (therapist, context) =>
  save(therapist, { evidence: [{ subject: 'training', link: null, note: NAME }] }, context);

const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...commands) },
  { weight: 2, arbitrary: saves },
  { weight: 2, arbitrary: fc.constantFrom(mends, papers) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      look('verified', () => true),
      look('verified', () => true),
      look('not-shown', (subject) => subject === 'identity'),
      look('not-shown', (subject) => subject.startsWith('authority')),
    ),
  },
);

const walks = fc.array(
  fc.record({
    step: steps,
    /** `null`: the first of all who may. */
    actor: fc.constantFrom(null, null, self, ada, ben, clock),
    days: fc.constantFrom(0, 0, 0, 0, 1, 20, 60, 130),
    twoReviewers: fc.constantFrom(false, false, true),
    ticks: fc.boolean(),
  }),
  { minLength: 10, maxLength: 50, size: 'max' },
);

interface Moment {
  before: Therapist;
  after: Therapist;
  now: Date;
}

/** Walks begin anywhere on the way to a listing and to an edit of it in review, so that they see more than beginnings. */
function walk(walked: typeof walks extends fc.Arbitrary<infer T> ? T : never, begun: number): Moment[] {
  const now = new Date(`${TODAY}T09:00:00.000Z`);
  const first = newApplication({ id: newId(), email: 'zeb@practice.example', now, newId, by: self });
  const lead: [Step, Context['actor']][] = [
    [mends, self],
    [command({ action: 'submit' }), self],
    [command({ action: 'claim' }), ada],
    [look('verified', () => true), ada],
    [command({ action: 'list', words: null }), ada],
    [(record, context) => save(record, { patch: { about: `More about ${NAME}.` } }, context), self],
    [command({ action: 'submit' }), self],
    [command({ action: 'claim' }), ada],
  ];
  let record = first;
  const tools = { now, newId, twoReviewers: false };
  for (const [step, actor] of lead.slice(0, begun)) record = step(record, { ...tools, actor });
  let time = now.getTime();
  return walked.map(({ step, actor, days, twoReviewers, ticks }) => {
    time += days * 86_400_000 + 1000;
    const before = record;
    const context = { now: new Date(time), newId, twoReviewers };
    const ticked = ticks ? tick(record, context) : record;
    const tries = (actor === null ? [self, ada, ben, clock] : [actor]).map(
      (one) => () => tried(() => step(ticked, { ...context, actor: one })),
    );
    record = tries.reduce<Therapist | null>((done, next) => done ?? next(), null) ?? ticked;
    return { before, after: record, now: context.now };
  });
}

/** What a refusal leaves: nothing. Anything else that is thrown fails the test. */
function tried(doIt: () => Therapist): Therapist | null {
  try {
    return doIt();
  } catch (error) {
    if (error instanceof NotAllowed || error instanceof Unmet) return null;
    throw error;
  }
}

function always(rule: (moment: Moment) => void, numRuns = runs(30, 200)): void {
  fc.assert(
    fc.property(walks, fc.constantFrom(1, 3, 5, 8), (walked, begun) => {
      for (const moment of walk(walked, begun)) rule(moment);
    }),
    { numRuns },
  );
}

describe('any sequence of actions', () => {
  it('reaches every status that is not final', () => {
    const seen = new Set<string>();
    const steps = new Set<string>();
    always(({ after }) => {
      seen.add(after.status);
      if (after.draftStatus !== null) steps.add(after.draftStatus);
    }, 150);
    const statuses = [
      'draft',
      'submitted',
      'in-review',
      'changes-asked',
      'listed',
      'paused',
      'lapsed',
      'suspended',
    ];
    expect([...seen]).to.include.members(statuses);
    expect([...steps]).to.include.members(['editing', 'submitted', 'in-review', 'changes-asked']);
  });

  it('keeps the record valid', () => {
    always(({ after }) => {
      expect(therapistSchema.safeParse(after).error?.issues ?? []).to.deep.equal([]);
    });
  });

  it('appends to the history and never edits it', () => {
    always(({ before, after }) => {
      expect(after.history.slice(0, before.history.length)).to.deep.equal(before.history);
      expect(new Set(after.history.map(({ id }) => id)).size).to.equal(after.history.length);
    });
  });

  it('lists nobody without a verified identity and a verified authority', () => {
    always(({ before, after, now }) => {
      const { status, published, findings } = after;
      if (status !== 'listed' || published === null) return;
      expect(isVerified(findings, 'identity')).to.equal(true);
      if (before.status !== 'listed')
        expect(verifiedPermissions(published, findings, toDay(now))).to.not.deep.equal([]);
    });
  });

  it('makes nothing public that no reviewer listed', () => {
    always(({ after, now }) => {
      const shown = listingOn(after, toDay(now)) !== null;
      expect(shown && !after.history.some(({ action }) => action === 'list')).to.equal(false);
    });
  });

  it('waits exactly while something is sent, and is claimed only in review', () => {
    always(({ after }) => {
      const step = after.published === null ? after.status : after.draftStatus;
      expect(after.waitingSince !== null).to.equal(step === 'submitted' || step === 'in-review');
      if (step !== 'in-review') expect(after.claimedBy).to.equal(null);
      expect(after.draftStatus === null).to.equal(after.draft === null || after.published === null);
    });
  });

  it('schedules the clock in time, and gives it nothing to do twice', () => {
    always(({ after, now }) => {
      expect(after.nextDueAt === null || after.nextDueAt <= (nextDueAt(after, now) ?? '9')).to.equal(true);
      const once = tick(after, { now, newId });
      expect(tick(once, { now, newId })).to.equal(once);
    });
  });

  it('keeps no name, address or number of a person who left', () => {
    always(({ after, now }) => {
      const left = tried(() =>
        act(after, { action: 'withdraw' }, { actor: self, now, newId, twoReviewers: false }),
      );
      expect(left?.status).to.equal('withdrawn');
      const text = JSON.stringify(therapistSchema.parse(left)).toLowerCase();
      for (const trace of [NAME, 'zebulon', 'zeb@', NPI, NUMBER, 'newark'])
        expect(text).to.not.include(trace.toLowerCase());
    }, 30);
  });
});
