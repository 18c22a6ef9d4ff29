import fc from 'fast-check';
import { findingResults } from '../../src/domain/findings.js';
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
    confirmedAt: maybe(instant),
    changedAt,
    indexedRevision: count,
    nextDueAt: maybe(instant),
    demo: fc.boolean(),
    createdAt: instant,
    updatedAt: instant,
  })
  .map((record) => therapistSchema.parse(record));
