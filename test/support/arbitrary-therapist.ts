import fc from 'fast-check';
import { findingResults } from '../../src/domain/findings.js';
import { actions, actorRoles, reasonCodes } from '../../src/domain/history.js';
import { emailKinds } from '../../src/domain/queued-email.js';
import {
  draftStatuses,
  SCHEMA_VERSION,
  statuses,
  type Therapist,
  therapistSchema,
} from '../../src/domain/therapist.js';
import { arbitraryProfile } from './arbitrary-profile.js';
import { day, instant, maybe, paragraphs, typedLine } from './arbitrary-text.js';

const slugPart = fc.stringMatching(/^[a-z0-9]{1,12}$/);
const count = fc.integer({ min: 0, max: 1_000_000 });

const finding = fc.record({
  subject: typedLine(120),
  result: fc.constantFrom(...findingResults),
  seen: maybe(paragraphs(300)),
  by: typedLine(120),
  on: day,
});

const evidence = fc.record({ subject: typedLine(120), link: maybe(fc.webUrl()), note: paragraphs(1000) });

const supervisor = fc.record({
  name: typedLine(80),
  state: fc.constantFrom('NJ' as const, 'CA' as const),
  license: typedLine(60),
  contact: typedLine(120),
});

const question = fc.record({
  field: typedLine(120),
  question: paragraphs(1000),
  answer: maybe(paragraphs(2000)),
});

const event = fc.record({
  id: fc.stringMatching(/^[a-z0-9]{8,40}$/),
  at: instant,
  by: fc.record({ role: fc.constantFrom(...actorRoles), email: maybe(fc.constant('a@b.example')) }),
  action: fc.constantFrom(...actions),
  reason: maybe(fc.constantFrom(...reasonCodes)),
  words: maybe(paragraphs(4000)),
  fields: fc.array(typedLine(120), { maxLength: 3 }),
  asked: fc.array(question, { maxLength: 2 }),
  frozen: maybe(
    fc.record({
      profile: arbitraryProfile,
      findings: fc.array(finding, { maxLength: 2 }),
      evidence: fc.array(evidence, { maxLength: 2 }),
      supervisor: maybe(supervisor),
    }),
  ),
});

const queuedEmail = fc.record({
  id: fc.stringMatching(/^[a-z0-9]{8,40}$/),
  kind: fc.constantFrom(...emailKinds),
  facts: fc.dictionary(fc.stringMatching(/^[a-z]{1,10}$/), paragraphs(100), { maxKeys: 3 }),
  at: instant,
  tries: fc.nat(20),
  nextTryAt: instant,
});

const changedAt = fc.record({
  who: instant,
  where: instant,
  insurance: instant,
  fees: instant,
  answers: instant,
  whom: instant,
});

/** Any valid record as it is before its first write (revision 1), with every kind of text a person might type. */
export const arbitraryTherapist: fc.Arbitrary<Therapist> = fc
  .record({
    id: fc.stringMatching(/^[a-z0-9]{8,32}$/),
    revision: fc.constant(1),
    schemaVersion: fc.constant(SCHEMA_VERSION),
    slug: fc.array(slugPart, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('-')),
    email: fc.stringMatching(/^[A-Za-z][A-Za-z0-9+'_-]{0,20}[a-z0-9]$/).map((name) => `${name}@Mail.example`),
    status: fc.constantFrom(...statuses),
    draftStatus: maybe(fc.constantFrom(...draftStatuses)),
    published: maybe(arbitraryProfile),
    draft: maybe(arbitraryProfile),
    draftRevision: count,
    findings: fc.uniqueArray(finding, { maxLength: 10, selector: ({ subject }) => subject }),
    evidence: fc.uniqueArray(evidence, { maxLength: 4, selector: ({ subject }) => subject }),
    supervisor: maybe(supervisor),
    questions: fc.array(question, { maxLength: 3 }),
    waitingSince: maybe(instant),
    claimedBy: maybe(fc.constant('one@review.example')),
    approvedBy: maybe(fc.constant('two@review.example')),
    history: fc.array(event, { maxLength: 3 }),
    queuedEmails: fc.array(queuedEmail, { maxLength: 2 }),
    confirmKey: maybe(fc.stringMatching(/^[a-z0-9]{8}$/)),
    confirmedAt: maybe(instant),
    changedAt,
    indexedRevision: count,
    nextDueAt: maybe(instant),
    demo: fc.boolean(),
    createdAt: instant,
    updatedAt: instant,
  })
  .map((record) => therapistSchema.parse(record));
