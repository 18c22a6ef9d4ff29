import { headerName, headerText } from './header-text.js';
import { domainOf, isMailAddress, type Mailbox } from './mail-address.js';
import { AddressRefused, type Email } from './mailer.js';
import { quotedPrintable } from './quoted-printable.js';

const MESSAGE_ID = /^(?=.{1,100}$)[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/;

/**
 * The email as sent (RFC 5322), all ASCII; both engines send or store exactly these bytes. `Auto-Submitted`
 * keeps auto-responders from answering (RFC 3834).
 * @throws AddressRefused when `to` is not exactly one plain address.
 * @throws TypeError when the `messageId` is not valid: that is a bug of ours.
 */
export function composeMessage(email: Email, from: Mailbox, now: Date): string {
  if (!MESSAGE_ID.test(email.messageId)) throw new TypeError('This is not a valid part of a Message-ID.');
  if (!isMailAddress(email.to)) throw new AddressRefused('This is not a valid email address.');
  const headers = [
    `From: ${from.name === '' ? from.address : `${headerName(from.name)}\r\n <${from.address}>`}`,
    `To: ${email.to}`,
    `Subject: ${headerText(email.subject)}`,
    `Date: ${now.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${email.messageId}@${domainOf(from.address)}>`,
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
  ];
  return `${headers.join('\r\n')}\r\n\r\n${quotedPrintable(email.text)}`;
}
