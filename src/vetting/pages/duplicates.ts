import type { Therapist } from '../../domain/therapist.js';
import { dayLabel } from '../../wording/dates.js';
import { listed } from '../../wording/lists.js';
import { reasonWords } from '../../wording/reasons.js';
import { addresses } from '../addresses.js';
import type { Duplicate, Left } from '../duplicates.js';
import { actionLabels, nameOf, statusWords } from './words.js';

const whyLabels = {
  npi: 'the same NPI',
  license: 'the same license',
  name: 'nearly the same name in a state',
};

/** Records that may be of the same person, with their outcome. */
export function duplicatesShown(therapist: Therapist, others: readonly Duplicate[]) {
  return others.map(({ therapist: other, why }) => ({
    name: nameOf(other),
    href: addresses.one(other.id),
    why: listed(why.map((one) => whyLabels[one])),
    status: statusWords(other),
    last: lastDecision(other),
    older: other.createdAt < therapist.createdAt,
  }));
}

function lastDecision({ history }: Therapist): string {
  const last = history.findLast(({ action }) => ['list', 'decline', 'suspend', 'withdraw'].includes(action));
  if (last === undefined) return '';
  const why = last.reason === null ? '' : `: ${reasonWords[last.reason].reviewer.toLowerCase()}`;
  return `${actionLabels[last.action]} on ${dayLabel(last.at)}${why}`;
}

/** Therapists who left or were erased with this address, NPI or license. */
export function leftShown(left: readonly Left[]) {
  return left.map(({ action, reason, on }) => {
    const why = reason === null ? '' : `: ${reasonWords[reason].reviewer.toLowerCase()}`;
    const what = action === 'decline' ? 'was declined' : 'left';
    return `Somebody with this address, NPI or license ${what} on ${dayLabel(on)}${why}.`;
  });
}
