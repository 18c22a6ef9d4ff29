import { createHash, timingSafeEqual } from 'node:crypto';
import type { Therapist } from '../domain/therapist.js';
import type { TherapistStore } from '../storage/store.js';

/** Makes a hash with the secret key of this installation. */
export type Mac = (text: string) => string;

/**
 * The token of the link in a reminder. It can only confirm, and works until the listing is confirmed. `null` when no reminder is out.
 */
export function confirmToken(
  { id, confirmKey }: Pick<Therapist, 'id' | 'confirmKey'>,
  mac: Mac,
): string | null {
  return confirmKey === null ? null : `${id}.${mac(`confirm:${id}:${confirmKey}`)}`;
}

export interface ConfirmLinks {
  therapists: Pick<TherapistStore, 'get'>;
  mac: Mac;
}

/** The therapist that the link was sent to, or `null` when it is forged, used or replaced. */
export function therapistOfConfirmToken({ therapists, mac }: ConfirmLinks) {
  return async (token: string): Promise<Therapist | null> => {
    const therapist = await therapists.get(idIn(token));
    const right = therapist && confirmToken(therapist, mac);
    return right !== null && isSame(right, token) ? therapist : null;
  };
}

/**
 * The therapist who confirmed by this link, or `null`. It serves a second click, or an email that is opened again: while the listing is
 * public and no newer link was sent, there is nothing to do.
 */
export function therapistOfUsedToken({ therapists, mac }: ConfirmLinks) {
  return async (token: string): Promise<Therapist | null> => {
    const therapist = await therapists.get(idIn(token));
    if (therapist?.status !== 'listed' || therapist.confirmKey !== null) return null;
    const used = therapist.history
      .filter(({ action }) => action === 'confirm')
      .map(({ id }) => confirmToken({ id: therapist.id, confirmKey: id }, mac));
    return used.some((one) => one !== null && isSame(one, token)) ? therapist : null;
  };
}

/** The id in a token; an id that does not exist when it has none. */
function idIn(token: string): string {
  const [id = ''] = token.split('.', 1);
  return /^[a-z0-9]{8,32}$/.test(id) ? id : '';
}

/** Compares in constant time. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
