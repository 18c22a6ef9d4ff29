import mongoose from 'mongoose';
import { StoreRefused, StoreUnreachable } from '../store.js';

const {
  MongoError,
  MongoNetworkError,
  MongoServerError,
  MongoServerSelectionError,
  MongoCompatibilityError,
} = mongoose.mongo;

/** Bad credentials, a user without the right, and what Atlas says for either. */
const REFUSED_CODES = new Set<unknown>([13, 18, 8000]);
/** Said by a member that is not, or no longer, the one to write to; by one that is going down; by a majority that is late. */
const PASSING_CODES = new Set<unknown>([64, 91, 189, 262, 10107, 11600, 11602, 13435, 13436]);

const BAD_ADDRESS = new Set([
  'MongoParseError',
  'MongoInvalidArgumentError',
  'MongoAPIError',
  'MongoRuntimeError',
  'MongooseError',
  'TypeError',
]);

/** The error of a duplicate key has this code on every server, and nothing else in common. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === 11000;
}

/** Whether the server could not be reached, or stopped answering: then nobody knows whether a write was done. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof MongoError)) return false;
  return (
    error instanceof MongoNetworkError ||
    error instanceof MongoServerSelectionError ||
    PASSING_CODES.has(error.code) ||
    error.hasErrorLabel('RetryableWriteError') ||
    // The driver wraps whatever breaks a batch off; what the server itself refuses has a code.
    (error.name === 'MongoBulkWriteError' && error.code === undefined) ||
    /^Mongo(WaitQueueTimeout|OperationTimeout|WriteConcern|NotConnected|TopologyClosed)/.test(error.name)
  );
}

/** The error of a call as the port names it. Never with the address: it may hold a password. */
export function named(error: unknown): unknown {
  if (isUnreachable(error)) return unreachable(error);
  const code = (error as { code?: unknown } | null)?.code;
  if (error instanceof MongoServerError && REFUSED_CODES.has(code)) return refusedCredentials(error);
  return error;
}

/** The error of opening a connection as the port names it. */
export function namedAtStart(error: unknown): unknown {
  if (error instanceof StoreRefused || error instanceof StoreUnreachable) return error;
  // No cause: Node's own message about a bad address quotes it, password and all.
  if (isBadAddress(error))
    return new StoreRefused(
      'MONGODB_URI is not an address of MongoDB: write mongodb://user:password@host:27017/holdspace, with %-escapes in the password.',
    );
  if (error instanceof MongoCompatibilityError || /wire version/.test(messageOf(error)))
    return new StoreRefused(
      'The server at MONGODB_URI is too old or speaks another protocol: use MongoDB 6 or later, or a server compatible with it.',
      { cause: error },
    );
  if (/auth/i.test(messageOf(error)) && error instanceof MongoServerError) return refusedCredentials(error);
  return isNotFound(error) ? unreachable(error) : named(error);
}

/** By name, as the parser of addresses is another package with classes of its own. */
function isBadAddress(error: unknown): boolean {
  return error instanceof Error && BAD_ADDRESS.has(error.name);
}

/** The server was not found, or its name was not: the latter comes as Node's own error. */
function isNotFound(error: unknown): boolean {
  const { name, code } = error as { name?: string; code?: unknown };
  return name === 'MongooseServerSelectionError' || /^E[A-Z]+$/.test(String(code));
}

function refusedCredentials(cause: unknown): StoreRefused {
  return new StoreRefused(
    'The server at MONGODB_URI refuses this user: mend name, password and authSource there, or give the user readWrite on the database.',
    { cause },
  );
}

export function unreachable(cause?: unknown): StoreUnreachable {
  return new StoreUnreachable(
    'The server at MONGODB_URI does not answer: start it, or mend the address. It will be used again once it answers.',
    { cause },
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
