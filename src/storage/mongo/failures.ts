import mongoose from 'mongoose';
import { StoreRefused, StoreUnreachable } from '../store.js';

const {
  MongoError,
  MongoNetworkError,
  MongoServerError,
  MongoServerSelectionError,
  MongoCompatibilityError,
} = mongoose.mongo;

/** Bad credentials, a user without the permission, and Atlas's code for either. */
const REFUSED_CODES = new Set<unknown>([13, 18, 8000]);
/** Codes of a member that is not the primary, of one that shuts down, and of a majority that is late. */
const TRANSIENT_CODES = new Set<unknown>([64, 91, 189, 262, 10107, 11600, 11602, 13435, 13436]);

const BAD_ADDRESS = new Set([
  'MongoParseError',
  'MongoInvalidArgumentError',
  'MongoAPIError',
  'MongoRuntimeError',
  'MongooseError',
  'TypeError',
]);

/** Servers share only this code for a duplicate key. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === 11000;
}

/** Whether the server could not be reached or stopped answering, so that the outcome of a write is unknown. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof MongoError)) return false;
  return (
    error instanceof MongoNetworkError ||
    error instanceof MongoServerSelectionError ||
    TRANSIENT_CODES.has(error.code) ||
    error.hasErrorLabel('RetryableWriteError') ||
    // The driver wraps every error that aborts a batch. A refusal by the server itself has a code.
    (error.name === 'MongoBulkWriteError' && error.code === undefined) ||
    /^Mongo(WaitQueueTimeout|OperationTimeout|WriteConcern|NotConnected|TopologyClosed)/.test(error.name)
  );
}

/** Turns an error of a call into an error of the port. Leaves out the address, which may contain a password. */
export function toPortError(error: unknown): unknown {
  if (isUnreachable(error)) return unreachable(error);
  const code = (error as { code?: unknown } | null)?.code;
  if (error instanceof MongoServerError && REFUSED_CODES.has(code)) return refusedCredentials(error);
  return error;
}

/** Turns an error of opening a connection into an error of the port. */
export function toStartupError(error: unknown): unknown {
  if (error instanceof StoreRefused || error instanceof StoreUnreachable) return error;
  // No cause: Node's own message about a bad address quotes it, with its password.
  if (isBadAddress(error))
    return new StoreRefused(
      'MONGODB_URI is not a MongoDB address: write mongodb://user:password@host:27017/holdspace, with %-escapes in the password.',
    );
  if (error instanceof MongoCompatibilityError || /wire version/.test(messageOf(error)))
    return new StoreRefused(
      'The server at MONGODB_URI is too old or speaks another protocol: use MongoDB 6 or later, or a server compatible with it.',
      { cause: error },
    );
  if (/auth/i.test(messageOf(error)) && error instanceof MongoServerError) return refusedCredentials(error);
  return isNotFound(error) ? unreachable(error) : toPortError(error);
}

/** Compared by name, because the address parser is a separate package with its own classes. */
function isBadAddress(error: unknown): boolean {
  return error instanceof Error && BAD_ADDRESS.has(error.name);
}

/** The server was not found, or its name was not, which is an error of Node's own. */
function isNotFound(error: unknown): boolean {
  const { name, code } = error as { name?: string; code?: unknown };
  return name === 'MongooseServerSelectionError' || /^E[A-Z]+$/.test(String(code));
}

function refusedCredentials(cause: unknown): StoreRefused {
  return new StoreRefused(
    'The server at MONGODB_URI refuses this user: correct the name, password and authSource, or give the user readWrite on the database.',
    { cause },
  );
}

export function unreachable(cause?: unknown): StoreUnreachable {
  return new StoreUnreachable(
    'The server at MONGODB_URI does not answer: start it, or correct the address. Holdspace reconnects when it answers.',
    { cause },
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
