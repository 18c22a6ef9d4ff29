/** RFC 3463: no such mailbox, host or address, moved without a trace, a host that takes no mail (RFC 7505), a mailbox that is shut. */
const NO_SUCH_RECIPIENT = /^5\d\d[ -]5\.(1\.(1|2|3|6|10)|2\.1)\b/;
/** The same, from servers that tell no reason, or one that says nothing: 550 no mailbox, 551 not local, 553 name not allowed. */
const PLAIN_REFUSAL = /^55[013][ -](5\.[01]\.0\b|(?!\d\.\d{1,3}\.\d))/;
/** … which some also say when it is the sender, or this machine, whom they do not want. */
const ABOUT_US =
  /relay|auth|sender|polic|spf|dkim|dmarc|spam|block|black|deny|denied|reputation|\bip\b|helo|ehlo|limit/i;

/**
 * Whether the server will never take a letter for this recipient, through no fault of ours. In doubt it is ours: a letter that is tried
 * again costs little, a therapist reported as unreachable because our relay is set up wrong costs trust.
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
