import { randomBytes } from 'node:crypto';

const alphabet = '0123456789abcdefghijklmnopqrstuv';

/** A new random id: 20 letters and digits, 100 bits. */
export function randomId(): string {
  return [...randomBytes(20)].map((byte) => alphabet[byte & 31]).join('');
}
