/**
 * RFC 3463: no such mailbox, host or address; moved without a trace; a host without mail (RFC 7505); a disabled
 * mailbox.
 */
const NO_SUCH_RECIPIENT = /^5\d\d[ -]5\.(1\.(1|2|3|6|10)|2\.1)\b/;
/**
 * The same from servers that give no reason or a vague one: 550 no mailbox, 551 not local, 553 name not
 * allowed.
 */
const PLAIN_REFUSAL = /^55[013][ -](5\.[01]\.0\b|(?!\d\.\d{1,3}\.\d))/;
/** Words by which a server refuses the sender or this machine with the same codes. */
const ABOUT_US =
  /relay|auth|sender|polic|spf|dkim|dmarc|spam|block|black|deny|denied|reputation|\bip\b|helo|ehlo|limit/i;

/**
 * Whether the server will never accept an email for this recipient, through no fault of ours. In doubt it is
 * our fault: another try costs little, but reporting a therapist as unreachable because our relay is set up
 * wrong costs trust.
 */
export function isRecipientsFault({
  response = '',
  command = '',
}: {
  response?: string;
  command?: string;
}): boolean {
  if (command !== 'RCPT TO' && command !== 'DATA') return false;
  if (NO_SUCH_RECIPIENT.test(response)) return true;
  return command === 'RCPT TO' && PLAIN_REFUSAL.test(response) && !ABOUT_US.test(response);
}
