import { createHmac } from 'node:crypto';

/**
 * Makes hashes of what a person is known by. Keyed, as the few million NPIs and licenses there are could all be tried otherwise; with
 * another key nobody is known again.
 */
export function erasureHash(secretKey: string): (text: string) => string {
  return (text) => createHmac('sha256', secretKey).update(`erasure\0${text}`).digest('hex');
}
