import { narrowedTo, yesToNo } from '../narrowing.js';
import { ageIds } from '../reference/ages.js';
import { type FocusId, focuses, focusIds } from '../reference/focuses.js';
import { flagFacet, listFacet } from './facet.js';
import { count, orNull, someOf, yesNo } from './row.js';

/** Whom the therapist works with, and when. */
export const whom = {
  focus: someOf(focusIds, 1, {
    section: 'whom',
    edit: narrowedTo(1),
    neutral: ['ptsd'],
    facet: listFacet('focus', focusIds, (focus) => focus),
    text: { in: 'practice', words: (focus: FocusId[]) => focus.map((id) => focuses[id].label) },
  }),
  ages: someOf(ageIds, 1, { section: 'whom', edit: narrowedTo(1), neutral: ['adults'] }),
  alongsideOwnTherapist: yesNo({
    section: 'whom',
    edit: yesToNo,
    neutral: true,
    facet: flagFacet('own_therapist'),
  }),
  accepting: yesNo({ section: 'whom', edit: 'at once', neutral: true, facet: flagFacet('accepting') }),
  /** Usual wait for a first appointment, in whole weeks; `null` when it was not given. */
  waitWeeks: orNull(count(0, 52, { section: 'whom', mayBeEmpty: true, edit: 'at once', neutral: null })),
} as const;
