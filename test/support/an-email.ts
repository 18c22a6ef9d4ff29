import type { Mailbox } from '../../src/mail/mail-address.js';
import type { Email } from '../../src/mail/mailer.js';

/** The sender of emails in tests. Careless code would take the comma for the end of an address. */
export const FROM: Mailbox = { name: 'Holdspace, the directory', address: 'hello@directory.example' };
export const NOW = new Date('2026-11-22T09:05:07Z');

/** An email with only the given parts of interest. */
export function anEmail(wish: Partial<Email> = {}): Email {
  return {
    messageId: 'email',
    to: 'ana@practice.example',
    subject: 'An email',
    text: 'A person wrote this.\n',
    ...wish,
  };
}
