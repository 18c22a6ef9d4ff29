/**
 * UTF-8 bytes in one encoded word: with `Subject: ` before it, a line stays under the 76 characters that RFC
 * 2047 allows.
 */
const MAX_BYTES = 39;
const MAX_PLAIN = 66;

/**
 * User text as one line: everything that ends a header line, or could be taken for its end, becomes a blank.
 * After this no value can add a header or a recipient.
 */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/** Text as a header value: unchanged when it is short ASCII, else as folded encoded words (RFC 2047). */
export function headerText(text: string): string {
  const line = oneLine(text);
  const plain = /^[\x20-\x7e]*$/.test(line) && line.length <= MAX_PLAIN && !line.includes('=?');
  return plain ? line : encodedWords(line);
}

/** A display name before an address: quoted when it is ASCII, else as encoded words. */
export function headerName(name: string): string {
  const line = oneLine(name);
  const plain = /^[\x20-\x7e]*$/.test(line) && line.length <= MAX_PLAIN && !line.includes('=?');
  return plain ? `"${line.replace(/[\\"]/g, '\\$&')}"` : encodedWords(line);
}

/** Never splits a character: each word must be readable by itself. */
function encodedWords(line: string): string {
  const words: string[] = [];
  let word = '';
  for (const character of line) {
    if (Buffer.byteLength(word + character) > MAX_BYTES) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  return [...words, word].map((part) => `=?UTF-8?B?${Buffer.from(part).toString('base64')}?=`).join('\r\n ');
}
