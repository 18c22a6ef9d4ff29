import { profileSchema } from '../../domain/profile.js';
import { ageIds, ages } from '../../domain/reference/ages.js';
import { focuses, focusIds } from '../../domain/reference/focuses.js';
import type { Choice } from '../../web/fields.js';
import { group, leaf, several, yesOrNo } from '../form/leaf.js';
import { readWith } from '../form/read-form.js';
import { wholeTyped } from '../form/us-ways.js';
import { pairsOf, type Section, yesNo } from './section.js';
import { yesNoChoices } from './yes-no-choices.js';

const { focus, ages: ageList, waitWeeks } = profileSchema.shape;

const schema = group({
  focus: several(focus, undefined),
  ages: several(ageList, undefined),
  alongsideOwnTherapist: yesOrNo(),
  accepting: yesOrNo(),
  waitWeeks: leaf(waitWeeks, { blank: null, read: wholeTyped }),
});

const focusChoices = focusIds.map((id): Choice => [id, focuses[id].label]);
const ageChoices = ageIds.map((id): Choice => [id, `${ages[id].label} (${ages[id].years})`]);

export const whom: Section = {
  id: 'whom',
  title: 'Whom you work with',
  lead: 'So that the right people call, and not the others.',
  names: () => ['focus', 'ages', 'alongsideOwnTherapist', 'accepting', 'waitWeeks'],
  lists: [],
  fill({ written: { profile } }) {
    const { focus, ages, alongsideOwnTherapist, accepting, waitWeeks } = profile;
    const said = { alongsideOwnTherapist: yesNo, accepting: yesNo };
    return pairsOf({ focus, ages, alongsideOwnTherapist, accepting, waitWeeks }, said);
  },
  read(form) {
    const read = readWith(schema, form);
    return 'said' in read ? { save: { patch: read.said } } : read;
  },
  groups: (f) => [
    f.group(
      'focus',
      'What you work with',
      'Patients choose by this. It says what you do, and claims nothing about results.',
      'What you have really worked with in KAP; fewer is clearer.',
      [f.ticks('focus', 'Focus', focusChoices), f.ticks('ages', 'Ages', ageChoices)],
    ),
    f.group(
      'own-therapist',
      'A therapist of their own',
      'Many patients keep the therapist they have, and look for you for the medicine sessions alone.',
      '',
      [
        f.radios(
          'alongsideOwnTherapist',
          'Do you work alongside the therapist a patient already has?',
          yesNoChoices,
        ),
      ],
    ),
    f.group(
      'places',
      'New patients',
      'A full practice that still looks open is what patients complain of most.',
      'How it is today. Change it whenever it changes: it is public at once.',
      [
        f.radios('accepting', 'Do you take new patients now?', yesNoChoices),
        f.text('waitWeeks', 'Usual wait for a first appointment, in weeks', {
          hint: '0 for less than a week; empty if you cannot say.',
          inputmode: 'numeric',
          maxlength: 20,
        }),
      ],
    ),
  ],
};
