/** A message as a mail program reads it; written apart from the code that composes it. */
export interface Mail {
  /** By name in lower case; unfolded, with encoded words decoded. Repeated headers are joined by a line break. */
  headers: Record<string, string>;
  text: string;
}

export function readMail(raw: string): Mail {
  const end = raw.indexOf('\r\n\r\n');
  const headers: Record<string, string> = {};
  for (const line of raw
    .slice(0, end)
    .replace(/\r\n(?=[ \t])/g, '')
    .split('\r\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    const value = decodeWords(line.slice(colon + 1).trim());
    headers[name] = name in headers ? `${headers[name]}\n${value}` : value;
  }
  return { headers, text: decodeBody(raw.slice(end + 4), headers['content-transfer-encoding'] ?? '7bit') };
}

function decodeWords(value: string): string {
  return value
    .replace(/(\?=)\s+(?==\?)/g, '$1')
    .replace(/=\?utf-8\?b\?([^?]*)\?=/gi, (_, base64: string) => Buffer.from(base64, 'base64').toString());
}

function decodeBody(body: string, encoding: string): string {
  if (encoding !== 'quoted-printable') throw new Error(`cannot read ${encoding}`);
  const bytes = body
    .replace(/[ \t]+(?=\r\n)/g, '')
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString().replaceAll('\r\n', '\n');
}
