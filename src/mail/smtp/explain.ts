import { AddressRefused, MailUnavailable } from '../mailer.js';
import { isRecipientsFault } from './recipients-fault.js';

/** What nodemailer tells of a failure. Its messages quote the server, addresses and all, and stay here. */
interface Failure {
  /** Which step failed. */
  code?: string;
  /** What the system called it, such as ECONNREFUSED. */
  originalCode?: string;
  /** The server's reply, and the command that it answers. */
  response?: string;
  command?: string;
}

/** The same failure as the port names it: whose fault it is, in one sentence that holds no password and no address. */
export function explained(error: unknown): Error {
  const failure = error as Failure;
  return isRecipientsFault(failure)
    ? new AddressRefused(`The mail server refuses the recipient for good${replyOf(failure)}.`)
    : new MailUnavailable(`${sentence(failure)}${replyOf(failure)}.`);
}

function sentence({ code, originalCode = '', command = '', response = '' }: Failure): string {
  if (code === 'EAUTH' || code === 'ENOAUTH')
    return 'The mail server does not accept user and password of SMTP_URL';
  if (/CERT|SELF_SIGNED|ALTNAME/.test(originalCode))
    return `The certificate of the mail server is not trusted: ${originalCode}`;
  if (code === 'ETLS' || /SSL|EPROTO/.test(originalCode))
    return 'The mail server offers no encryption that works, and SMTP_URL demands it';
  if (code === 'ETIMEDOUT' || code === 'EABORT') return 'The mail server did not answer in time';
  if (code === 'EENVELOPE' && command === 'MAIL FROM')
    return 'The mail server does not take letters from MAIL_FROM';
  if (code === 'EENVELOPE' && command === 'RCPT TO')
    return 'The mail server does not take a letter for this recipient now';
  if (response !== '') return 'The mail server did not take the letter';
  return `The mail server cannot be reached: ${originalCode || code || 'unknown'}`;
}

/** The numbers of the reply. Its words may name addresses; they are in the server's own log. */
function replyOf({ response = '' }: Failure): string {
  const [, reply, enhanced] = /^(\d{3})(?:[ -](\d\.\d{1,3}\.\d{1,3}))?\b/.exec(response) ?? [];
  return reply === undefined ? '' : `: ${enhanced === undefined ? reply : `${reply} ${enhanced}`}`;
}
