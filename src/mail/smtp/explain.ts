import { AddressRefused, MailUnavailable } from '../mailer.js';
import { isRecipientsFault } from './recipients-fault.js';

/**
 * A failure as nodemailer reports it. Its messages quote the server, with addresses, and must not leave this
 * module.
 */
interface Failure {
  /** The step that failed. */
  code?: string;
  /** The system's error code, such as ECONNREFUSED. */
  originalCode?: string;
  /** The server's reply, and the command it answers. */
  response?: string;
  command?: string;
}

/** Turns a failure into an error of the port, with one sentence that contains no password and no address. */
export function toMailError(error: unknown): Error {
  const failure = error as Failure;
  return isRecipientsFault(failure)
    ? new AddressRefused(`The mail server permanently refuses the recipient${replyOf(failure)}.`)
    : new MailUnavailable(`${sentence(failure)}${replyOf(failure)}.`);
}

function sentence({ code, originalCode = '', command = '', response = '' }: Failure): string {
  if (code === 'EAUTH' || code === 'ENOAUTH')
    return 'The mail server does not accept the user and password of SMTP_URL';
  if (/CERT|SELF_SIGNED|ALTNAME/.test(originalCode))
    return `The certificate of the mail server is not trusted: ${originalCode}`;
  if (code === 'ETLS' || /SSL|EPROTO/.test(originalCode))
    return 'The mail server offers no working encryption, which SMTP_URL requires';
  if (code === 'ETIMEDOUT' || code === 'EABORT') return 'The mail server did not answer in time';
  if (code === 'EENVELOPE' && command === 'MAIL FROM')
    return 'The mail server does not accept emails from MAIL_FROM';
  if (code === 'EENVELOPE' && command === 'RCPT TO')
    return 'The mail server does not accept an email for this recipient now';
  if (response !== '') return 'The mail server did not accept the email';
  return `The mail server cannot be reached: ${originalCode || code || 'unknown'}`;
}

/** The numbers of the reply. Its text may contain addresses, and is in the server's own log. */
function replyOf({ response = '' }: Failure): string {
  const [, reply, enhanced] = /^(\d{3})(?:[ -](\d\.\d{1,3}\.\d{1,3}))?\b/.exec(response) ?? [];
  return reply === undefined ? '' : `: ${enhanced === undefined ? reply : `${reply} ${enhanced}`}`;
}
