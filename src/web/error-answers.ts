import { type ErrorKind, KnownError } from '../domain/errors.js';
import type { ProblemId } from './problem.js';

/** What a visitor and a client of the API get for one kind of error. The status of a problem is in the table of problems. */
export interface ErrorAnswer {
  status: number;
  view: string;
  title: string;
  problem: ProblemId;
}

/** An error that nobody foresaw, or that a route should have handled itself. It is logged under a request id. */
export const failed: ErrorAnswer = {
  status: 500,
  view: 'errors/failed',
  title: 'Something went wrong',
  problem: 'failed',
};

const outOfDate = { view: 'errors/out-of-date', title: 'This has changed meanwhile' };

const answers: Readonly<Record<ErrorKind, ErrorAnswer>> = {
  'not-found': {
    status: 404,
    view: 'errors/not-found',
    title: 'Page not found',
    problem: 'not-found',
  },
  conflict: { status: 409, ...outOfDate, problem: 'failed' },
  'not-allowed': { status: 409, ...outOfDate, problem: 'failed' },
  unmet: failed,
  'signed-out': { status: 403, view: 'errors/signed-out', title: 'You are signed out', problem: 'failed' },
  forged: { status: 403, view: 'errors/forged', title: 'Please send this again', problem: 'failed' },
  'too-many': {
    status: 429,
    view: 'errors/too-many',
    title: 'Please wait a little',
    problem: 'too-many-requests',
  },
  'too-long': { status: 413, view: 'errors/too-long', title: 'Too much at once', problem: 'failed' },
  'not-a-form': {
    status: 415,
    view: 'errors/no-form',
    title: 'This is not a form of ours',
    problem: 'failed',
  },
  unavailable: { status: 503, view: 'errors/unready', title: 'Back in a moment', problem: 'not-ready' },
  misconfigured: failed,
  refused: failed,
  'lease-lost': failed,
};

/** Errors of Express and its body reader, by their status. It marks a path that cannot be decoded with 400. */
const byStatus: Readonly<Record<number, ErrorAnswer>> = {
  400: answers['not-found'],
  413: answers['too-long'],
  415: answers['not-a-form'],
};

export function errorAnswer(error: unknown): ErrorAnswer {
  if (error instanceof KnownError) return answers[error.kind];
  if (error instanceof URIError) return answers['not-found'];
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 0;
  return byStatus[status] ?? failed;
}
