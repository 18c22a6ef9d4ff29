import { createHash, timingSafeEqual } from 'node:crypto';
import type { Therapist } from '../domain/therapist.js';
import type { TherapistStore } from '../storage/store.js';

/** Makes a hash keyed by the secret of this installation. */
export type Mac = (text: string) => string;

/**
 * What the link in a reminder holds. It confirms and does nothing else, and lives until the listing is confirmed.
 * `null` when no such link is out.
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

/** The therapist whom such a link was sent to, or `null` when it is forged, used or replaced. */
export function therapistOfConfirmToken({ therapists, mac }: ConfirmLinks) {
  return async (token: string): Promise<Therapist | null> => {
    const therapist = await therapists.get(idIn(token));
    const right = therapist && confirmToken(therapist, mac);
    return right !== null && isSame(right, token) ? therapist : null;
  };
}

/**
 * The therapist who has confirmed by this link, or `null`. For whoever clicks twice or opens the letter again: as long as the listing
 * stands and no newer link is out, there is nothing to do.
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

/** The id that a token names; of none that there is where it names none. */
function idIn(token: string): string {
  const [id = ''] = token.split('.', 1);
  return /^[a-z0-9]{8,32}$/.test(id) ? id : '';
}

/** Takes as long for any two texts, whatever they have in common. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
