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
    const [id] = token.split('.', 1);
    if (id === undefined || !/^[a-z0-9]{8,32}$/.test(id)) return null;
    const therapist = await therapists.get(id);
    const right = therapist && confirmToken(therapist, mac);
    return right !== null && isSame(right, token) ? therapist : null;
  };
}

/** Takes as long for any two texts, whatever they have in common. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
