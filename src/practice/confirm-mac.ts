import { createHmac } from 'node:crypto';
import type { Therapist } from '../domain/therapist.js';
import { paths } from '../web/paths.js';
import { confirmToken, type Mac } from './confirm-link.js';

/** Signs confirmation links. */
export function confirmMac(secretKey: string): Mac {
  return (text) => createHmac('sha256', secretKey).update(text).digest('base64url');
}

/** The page to which a reminder links; `null` when no reminder is out. */
export function confirmPath(therapist: Pick<Therapist, 'id' | 'confirmKey'>, mac: Mac): string | null {
  const token = confirmToken(therapist, mac);
  return token === null ? null : paths.confirm(token);
}
