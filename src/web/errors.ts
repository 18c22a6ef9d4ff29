import { KnownError } from '../domain/errors.js';

/** Nothing answers at this address, or the person may not know that something does. */
export class NotFound extends KnownError {
  override readonly kind = 'not-found';
}

/** This process cannot serve pages yet, or no longer. */
export class Unready extends KnownError {
  override readonly kind = 'unavailable';
}

/** Too many requests came from one network. The limit itself sets `Retry-After`. */
export class TooManyRequests extends KnownError {
  override readonly kind = 'too-many';
}

/** A form did not come from one of our pages, or came from one that is too old. */
export class Forged extends KnownError {
  override readonly kind = 'forged';
}

/** A form is longer than we read. */
export class FormTooLong extends KnownError {
  override readonly kind = 'too-long';
}

/** What was sent is not a form. */
export class NotAForm extends KnownError {
  override readonly kind = 'not-a-form';
}

/** The page is for people who are signed in; `next` is where to go after the sign-in. */
export class SignedOut extends KnownError {
  override readonly kind = 'signed-out';
  readonly next: string | null;
  constructor(next: string | null) {
    super('signed out');
    this.next = next;
  }
}
