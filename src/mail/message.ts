import { headerName, headerText } from './header-text.js';
import { domainOf, isMailAddress, type Mailbox } from './mail-address.js';
import { AddressRefused, type Email } from './mailer.js';
import { quotedPrintable } from './quoted-printable.js';

const MESSAGE_ID = /^(?=.{1,100}$)[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/;

/**
 * The letter as it travels (RFC 5322), ASCII throughout; both engines send and keep these very bytes. `Auto-Submitted` keeps the
 * out-of-office robots of this world from answering (RFC 3834).
 * @throws AddressRefused when `to` is not exactly one plain address. @throws TypeError when the `messageId` is not one: that is our error.
 */
export function composeMessage(letter: Email, from: Mailbox, now: Date): string {
  if (!MESSAGE_ID.test(letter.messageId)) throw new TypeError('This cannot be part of a Message-ID.');
  if (!isMailAddress(letter.to)) throw new AddressRefused('This is not an address that mail can be sent to.');
  const headers = [
    `From: ${from.name === '' ? from.address : `${headerName(from.name)}\r\n <${from.address}>`}`,
    `To: ${letter.to}`,
    `Subject: ${headerText(letter.subject)}`,
    `Date: ${now.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${letter.messageId}@${domainOf(from.address)}>`,
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
  ];
  return `${headers.join('\r\n')}\r\n\r\n${quotedPrintable(letter.text)}`;
}
