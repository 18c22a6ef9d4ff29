const MAX_LINE = 76;

/** Bytes that need no escape: printable ASCII except `=`, and a blank inside a line. */
const isPlain = (byte: number) => byte >= 0x20 && byte <= 0x7e && byte !== 0x3d;

const escaped = (byte: number) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;

/**
 * Text as quoted-printable (RFC 2045, 6.7): ASCII in lines of at most 76 characters, each ended by CRLF, for
 * any text. A line never begins with a dot, and never ends with a blank that a server on the way might strip.
 */
export function quotedPrintable(text: string): string {
  const lines = text
    .replace(/\r\n?|\n/g, '\n')
    .replace(/\n$/, '')
    .split('\n');
  return lines.map((line) => `${encodedLine(Buffer.from(line))}\r\n`).join('');
}

function encodedLine(bytes: Uint8Array): string {
  const done: string[] = [];
  let current = '';
  bytes.forEach((byte, index) => {
    const isLast = index === bytes.length - 1;
    const next = isPlain(byte) && !(isLast && byte === 0x20) ? String.fromCharCode(byte) : escaped(byte);
    // Keeps one character for the `=` of a soft line break.
    if (current.length + next.length > MAX_LINE - 1) {
      done.push(current);
      current = '';
    }
    current += current === '' && next === '.' ? escaped(byte) : next;
  });
  return [...done, current].join('=\r\n');
}
