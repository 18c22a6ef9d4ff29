/** What went wrong, for callers that answer or log it. Each kind has one answer on the web side. */
export type ErrorKind =
  /** Nothing is there, or this person may not know that it is. */
  | 'not-found'
  /** Someone else changed it since it was read, or a unique key is taken. */
  | 'conflict'
  /** The rules do not allow it for the record as it is now. */
  | 'not-allowed'
  /** Something is missing that the caller can still give. */
  | 'unmet'
  /** The person has to sign in first. */
  | 'signed-out'
  /** A form came from elsewhere, or from a page that is too old. */
  | 'forged'
  | 'too-many'
  | 'too-long'
  | 'not-a-form'
  /** A server is away, or this process is starting or stopping. Trying later can help. */
  | 'unavailable'
  /** A setting or a file is wrong, and waiting does not help. */
  | 'misconfigured'
  /** An address takes no mail, now or later. */
  | 'refused'
  /** Another process took over the work. */
  | 'lease-lost';

/** An error that we foresaw. Its kind says what it means; its message is for people and logs. */
export abstract class KnownError extends Error {
  abstract readonly kind: ErrorKind;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The kind of a known error, else the class name of what was thrown: for logs. */
export function kindForLog(error: unknown): string {
  if (error instanceof KnownError) return error.kind;
  return error instanceof Error ? error.name : 'error';
}
