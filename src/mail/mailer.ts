import { KnownError } from '../domain/errors.js';

/** One email to one recipient. */
export interface Email {
  /**
   * Identifies this email: letters, digits, `-` and `_`, in parts separated by single dots, at most 100
   * characters. Every try uses the same id, so that an email that arrives twice is recognized as one.
   */
  messageId: string;
  /** One plain address, such as `someone@practice.example`. */
  to: string;
  /** One line. Line breaks and control characters become blanks. */
  subject: string;
  /** Plain text with lines of any length. */
  text: string;
}

/** Sends emails. Any number of calls may be under way. */
export interface Mailer {
  /**
   * Resolves when the mail server or the disk has accepted the email. An interrupted try may still have
   * arrived; the next one has the same Message-ID.
   * @throws AddressRefused when it can never arrive.
   * @throws MailUnavailable when a later try may succeed.
   */
  send(email: Email): Promise<void>;
  /** Checks that emails could be sent now, without sending one. @throws MailUnavailable when not. */
  verify(): Promise<void>;
  /** Waits some seconds for emails under way, and accepts no more. */
  close(): Promise<void>;
}

/** The recipient's address permanently refuses mail. Do not retry this email. */
export class AddressRefused extends KnownError {
  override readonly kind = 'refused';
}

/**
 * The email could not be sent now, through no fault of the recipient: the server is unreachable, busy, or set
 * up wrong. Retry later. The message is one sentence for the log, without password or recipient.
 */
export class MailUnavailable extends KnownError {
  override readonly kind = 'unavailable';
}
