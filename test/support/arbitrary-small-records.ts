import fc from 'fast-check';
import { reasonCodes } from '../../src/domain/history.js';
import { emailKinds } from '../../src/domain/queued-email.js';
import { coordinationMomentIds, coordinationWayIds } from '../../src/domain/reference/coordination.js';
import { reportReasons } from '../../src/domain/report.js';
import { kinds } from '../../src/storage/kinds.js';
import type { RecordKind, SmallRecord } from '../../src/storage/small-records.js';
import { day, instant, maybe, paragraphs, someOf, typedLine } from './arbitrary-text.js';
import { someLines, somePayers, someStates } from './few.js';

const key = fc.stringMatching(/^[A-Za-z0-9_.-]{8,60}$/);
const email = fc
  .stringMatching(/^[A-Za-z][A-Za-z0-9+'_-]{0,20}[a-z0-9]$/)
  .map((name) => `${name}@Mail.example`);
const hash = fc.stringMatching(/^[a-f0-9]{64}$/);
const phoneNumber = fc.stringMatching(/^[2-9]\d{2}-\d{3}-\d{4}$/);
const revision = fc.integer({ min: 1, max: 1e9 });
const life = { createdAt: instant, endsAt: instant };

const result = fc.record({
  reached: fc.boolean(),
  accepting: maybe(fc.boolean()),
  insurance: maybe(fc.boolean()),
  state: maybe(fc.boolean()),
  by: fc.constant('one@review.example'),
  at: instant,
  note: maybe(paragraphs(1000)),
});

const shapes: Record<string, Record<string, fc.Arbitrary<unknown>>> = {
  session: { email, ...life },
  'login-token': {
    email,
    purpose: fc.constantFrom('sign-in', 'join'),
    next: maybe(typedLine(400).map((path) => `/${path}`)),
    ...life,
  },
  letter: {
    kind: fc.constantFrom(...emailKinds),
    facts: fc.dictionary(fc.stringMatching(/^[a-z]{1,10}$/), paragraphs(100), { maxKeys: 3 }),
    at: instant,
    tries: fc.nat(20),
    nextTryAt: instant,
    to: email,
    endsAt: instant,
  },
  reviewer: { id: email.map((address) => address.toLowerCase()), createdAt: instant },
  report: {
    therapistId: fc.stringMatching(/^[a-z0-9]{8,32}$/),
    slug: typedLine(100),
    reason: fc.constantFrom(...reportReasons),
    words: maybe(paragraphs(1000)),
    count: fc.integer({ min: 1, max: 1e6 }),
    counted: fc.array(hash, { maxLength: 3 }),
    saltDay: day,
    at: instant,
    dueOn: day,
    answer: maybe(paragraphs(2000)),
    outcome: fc.constantFrom('open', 'corrected', 'unfounded', 'suspended', 'gone'),
    resolvedAt: maybe(instant),
    resolvedBy: maybe(typedLine(100)),
    note: maybe(paragraphs(2000)),
  },
  sample: {
    month: fc.stringMatching(/^20\d\d-\d\d$/),
    therapistId: fc.stringMatching(/^[a-z0-9]{8,32}$/),
    slug: typedLine(100),
    at: instant,
    state: maybe(typedLine(10)),
    payer: maybe(typedLine(60)),
    line: maybe(typedLine(60)),
    result: maybe(result),
  },
  erasure: {
    hashes: fc.uniqueArray(hash, { maxLength: 5 }),
    action: typedLine(40),
    reason: maybe(fc.constantFrom(...reasonCodes)),
    on: day,
  },
  sheet: {
    revokeHash: hash,
    therapistIds: fc.array(fc.stringMatching(/^[a-z0-9]{8,32}$/), { minLength: 1, maxLength: 6 }),
    state: fc.constantFrom(...someStates),
    payer: maybe(fc.constantFrom(...somePayers)),
    line: maybe(fc.constantFrom(...someLines)),
    practice: fc.record({
      name: typedLine(120),
      clinician: maybe(typedLine(120)),
      phone: phoneNumber,
      fax: maybe(phoneNumber),
    }),
    contact: fc.record({
      ways: someOf(coordinationWayIds, 1),
      moments: someOf(coordinationMomentIds, 0),
    }),
    ...life,
  },
};

export type AnyKind = RecordKind<SmallRecord>;

/** Any valid record of a kind, with every kind of text a person might type. @throws Error for a kind without a shape here. */
export function arbitraryOf(kind: AnyKind): fc.Arbitrary<SmallRecord> {
  const shape = shapes[kind.name];
  if (shape === undefined) throw new Error(`Say here what a ${kind.name} looks like.`);
  return fc.record({ id: key, revision, ...shape }).map((record) => kind.schema.parse(record));
}

/** Any valid record of any kind. */
export const arbitrarySmallRecord: fc.Arbitrary<{ kind: AnyKind; record: SmallRecord }> = fc
  .constantFrom(...kinds)
  .chain((kind) => arbitraryOf(kind).map((record) => ({ kind, record })));
