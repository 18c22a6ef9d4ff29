/** Nothing answers at this address, or the person may not know that something does. Becomes a 404. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
}

/** Pages cannot be served yet, or no longer. Becomes a 503 with `Retry-After`. */
export class Unready extends Error {
  override readonly name = 'Unready';
}

/** Too many requests came from one network. Becomes a 429; `Retry-After` is set by the limit. */
export class TooManyRequests extends Error {
  override readonly name = 'TooManyRequests';
}

/** A form was sent that did not come from one of our pages, or from one that is too old. Becomes a 403. */
export class Forged extends Error {
  override readonly name = 'Forged';
}

/**
 * The page is for people who are signed in. Becomes a 303 to the sign-in, and back to `next` from there; where a form was sent with
 * something typed, a 403 with what was typed and the same way.
 */
export class SignedOut extends Error {
  override readonly name = 'SignedOut';
  readonly next: string | null;
  constructor(next: string | null) {
    super('signed out');
    this.next = next;
  }
}
