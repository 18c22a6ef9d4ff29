/** Nothing answers at this address, or the person may not know that something does. Becomes a 404. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
}

/** Pages cannot be served yet, or no longer. Becomes a 503 with `Retry-After`. */
export class Unready extends Error {
  override readonly name = 'Unready';
}
