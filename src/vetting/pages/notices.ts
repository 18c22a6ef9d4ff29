import type { Therapist } from '../../domain/therapist.js';
import { addresses } from '../addresses.js';
import { nameOf } from './words.js';

/** Notices after an action; the address has the code. */
const notices: Readonly<Record<string, string>> = {
  claimed: 'You have claimed this. Nobody else decides on it until you release it.',
  released: 'Released: others can claim it.',
  saved: 'Findings saved.',
  unchanged: 'Nothing was changed, so nothing was saved.',
  asked: 'Questions sent. It comes back to the queue with the answers.',
  listed: 'Listed. Patients find it within a second.',
  approved: 'Your agreement is kept. A second reviewer has to agree before it is listed.',
  'edit-listed': 'The change is public now.',
  declined: 'Declined. The letter with your words is on its way.',
  dropped: 'The change was dropped. The listing stays as it was.',
  suspended: 'Suspended. Nobody finds the listing until it is restored.',
  restored: 'Restored.',
  lapsed:
    'Restored, but the listing was not confirmed for 120 days: it stays hidden until the therapist confirms it.',
  corrected: 'Corrected, and public at once. The therapist is told.',
};

/** The notice for a code, about a therapist if one is given; `null` without a code or for an unknown one. */
export function noticeOf(code: string, about: Therapist | null) {
  const words = Object.hasOwn(notices, code) ? notices[code] : undefined;
  if (words === undefined) return null;
  return {
    words,
    name: about === null ? '' : nameOf(about),
    href: about === null ? '' : addresses.one(about.id),
  };
}
