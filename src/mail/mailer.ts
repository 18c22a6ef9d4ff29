/** One letter to one person. */
export interface Email {
  /**
   * What makes it this letter and no other: letters, digits, `-` and `_`, in parts separated by single dots, at most 100 characters.
   * Every try to send it names the same, so that a letter that arrives twice is seen to be one.
   */
  messageId: string;
  /** One plain address, such as `someone@practice.example`. */
  to: string;
  /** One line; line breaks and control characters become blanks. */
  subject: string;
  /** Plain text, its lines as long as they are. */
  text: string;
}

/** Takes letters to where they go. Any number of calls may be under way. */
export interface Mailer {
  /**
   * Resolves when somebody else has taken charge of the letter for good: the mail server, or the disk. A try that was cut short may have
   * been received all the same; the next one has the same Message-ID.
   * @throws AddressRefused when it can never arrive there. @throws MailUnavailable when it is worth another try later.
   */
  send(letter: Email): Promise<void>;
  /** Whether letters could be sent now, without sending one. @throws MailUnavailable when not. */
  verify(): Promise<void>;
  /** Lets what is under way end, for some seconds at most, and takes nothing more. */
  close(): Promise<void>;
}

/** The recipient's address takes no mail, and will not tomorrow: this letter is not to be tried again. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
}

/**
 * The letter could not be sent now, and the recipient is not to blame: the server is away, busy, or set up wrong. To be tried again; the
 * message is one sentence for the log, without password or recipient.
 */
export class MailUnavailable extends Error {
  override readonly name = 'MailUnavailable';
}
