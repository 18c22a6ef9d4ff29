import {
  type LoginToken,
  loginTokenSchema,
  type Reviewer,
  reviewerSchema,
  type Session,
  sessionSchema,
} from '../domain/account.js';
import { type Erasure, erasureSchema } from '../domain/erasure.js';
import { STANDALONE_EMAIL_KIND } from '../domain/old-names.js';
import { type StandaloneEmail, standaloneEmailSchema } from '../domain/queued-email.js';
import { type Report, reportSchema } from '../domain/report.js';
import { type Sample, sampleSchema } from '../domain/sample.js';
import { type Sheet, sheetSchema } from '../domain/sheet.js';
import type { RecordKind, SmallRecord } from './small-records.js';

export const sessions: RecordKind<Session> = {
  name: 'session',
  schema: sessionSchema,
  tags: (session) => [`email:${session.email.toLowerCase()}`],
  at: (session) => session.createdAt,
  endsAt: (session) => session.endsAt,
  exported: false,
};

export const loginTokens: RecordKind<LoginToken> = {
  name: 'login-token',
  schema: loginTokenSchema,
  tags: () => [],
  at: (token) => token.createdAt,
  endsAt: (token) => token.endsAt,
  exported: false,
};

export const standaloneEmails: RecordKind<StandaloneEmail> = {
  name: STANDALONE_EMAIL_KIND,
  schema: standaloneEmailSchema,
  tags: (email) => [email.sentAt === undefined ? 'waiting' : `sent:${email.to.toLowerCase()}`],
  at: (email) => email.sentAt ?? email.nextTryAt,
  endsAt: (email) => email.endsAt,
  exported: false,
};

export const reviewers: RecordKind<Reviewer> = {
  name: 'reviewer',
  schema: reviewerSchema,
  tags: () => ['all'],
  at: (reviewer) => reviewer.createdAt,
  endsAt: () => null,
  exported: true,
};

export const reports: RecordKind<Report> = {
  name: 'report',
  schema: reportSchema,
  tags: (report) => [
    report.outcome === 'open' ? 'open' : 'resolved',
    `therapist:${report.therapistId}`,
    `${report.outcome === 'open' ? 'open' : 'resolved'}:${report.therapistId}:${report.reason}`,
  ],
  at: (report) => report.resolvedAt ?? report.at,
  endsAt: () => null,
  exported: true,
};

export const samples: RecordKind<Sample> = {
  name: 'sample',
  schema: sampleSchema,
  tags: (sample) => [
    `month:${sample.month}`,
    sample.result === null ? 'waiting' : 'checked',
    `therapist:${sample.therapistId}`,
  ],
  at: (sample) => sample.at,
  endsAt: () => null,
  exported: true,
};

export const erasures: RecordKind<Erasure> = {
  name: 'erasure',
  schema: erasureSchema,
  tags: (erasure) => erasure.hashes,
  at: (erasure) => `${erasure.on}T00:00:00.000Z`,
  endsAt: () => null,
  exported: true,
};

export const sheets: RecordKind<Sheet> = {
  name: 'sheet',
  schema: sheetSchema,
  tags: (sheet) => sheet.therapistIds.map((therapist) => `therapist:${therapist}`),
  at: (sheet) => sheet.createdAt,
  endsAt: (sheet) => sheet.endsAt,
  exported: true,
};

/** Every kind, for code that exports or sweeps them all. */
export const kinds = [
  sessions,
  loginTokens,
  standaloneEmails,
  reviewers,
  reports,
  samples,
  erasures,
  sheets,
] as unknown as readonly RecordKind<SmallRecord>[];
