import type { Listing } from '../../domain/listing.js';
import { questionIds } from '../../domain/questions.js';
import { paths } from '../../web/paths.js';
import { dayLabel } from '../../wording/dates.js';
import { questions } from '../../wording/questions.js';
import { answersShown } from './answers.js';

/** The questions without answers, for any therapist. */
export function blankChecklist() {
  return {
    name: '',
    profile: '',
    confirmed: '',
    phone: '',
    /** Under this name the visitor's own browser keeps the ticks. */
    key: 'blank',
    questions: questionIds.map((id, index) => ({
      id,
      number: index + 1,
      title: questions[id].title,
      ask: questions[id].ask,
      why: questions[id].why,
      says: [],
      proof: null,
    })),
  };
}

/** The questions with what this therapist answers and what was checked. */
export function checklistFor(listing: Listing) {
  return {
    name: `${listing.profile.name}, ${listing.profile.credentials}`,
    profile: paths.therapist(listing.slug),
    confirmed: dayLabel(listing.confirmedAt),
    phone: listing.profile.contact.phone ?? '',
    key: listing.slug,
    questions: answersShown(listing),
  };
}
