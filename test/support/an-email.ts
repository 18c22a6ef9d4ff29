import type { Mailbox } from '../../src/mail/mail-address.js';
import type { Email } from '../../src/mail/mailer.js';

/** Whom letters of tests come from. The comma is what a careless program would take for the end of an address. */
export const FROM: Mailbox = { name: 'Holdspace, the directory', address: 'hello@directory.example' };
export const NOW = new Date('2026-11-22T09:05:07Z');

/** A letter of which only the wish matters. */
export function anEmail(wish: Partial<Email> = {}): Email {
  return {
    messageId: 'letter',
    to: 'ana@practice.example',
    subject: 'A letter',
    text: 'Somebody wrote this.\n',
    ...wish,
  };
}
