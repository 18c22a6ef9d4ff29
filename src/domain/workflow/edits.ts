import type { Draft } from '../draft.js';
import { type Profile, profileSchema } from '../profile.js';
import { narrowedAuthority, narrowedPsypact } from './edit-authority.js';
import { narrowed, narrowedTo, subset } from './edit-lists.js';
import { changedFields, type Field, profileFields } from './sections.js';
import { authorityGone } from './subjects.js';

/** What becomes of an edit of something public. */
export interface Split {
  /** As it is public from now on: valid, and it promises nothing that it did not promise before but for what goes at once whole. */
  published: Profile;
  /** Fields in which the edit says more than that: these wait for a reviewer. */
  waiting: Field[];
  /** Fields that changed in public. */
  atOnce: Field[];
  /** Subjects of public findings that hold no longer. */
  unsupported: string[];
}

interface Sides {
  before: Profile;
  after: Profile;
  /** The highest number of patients that needs no look. */
  mostPatients: number;
}

type Rule<F extends Field> = (sides: Sides) => Profile[F];

/** Nothing to look at, or nobody's harm: whatever is typed is public at once. */
const freely = ['coverage', 'fees', 'contact', 'accepting', 'waitWeeks'] as const satisfies Field[];

/**
 * What of an edit is public at once, field by field: that which removes or narrows. A field that is not here waits whole.
 * Training goes as a whole or waits as a whole, so that mending a typing mistake does not make a training vanish for a while.
 */
const rules: { readonly [F in Exclude<Field, (typeof freely)[number]>]?: Rule<F> } = {
  pronouns: ({ before, after }) => (after.pronouns === null ? null : before.pronouns),
  languages: ({ before, after }) => narrowedTo(before.languages, after.languages, 1),
  authority: ({ before, after }) => narrowedAuthority(before.authority, after.authority),
  psypact: ({ before, after }) => narrowedPsypact(before.psypact, after.psypact),
  offices: ({ before, after }) => narrowed(before.offices, after.offices),
  telehealth: ({ before, after }) => before.telehealth && after.telehealth,
  training: ({ before, after }) =>
    subset(before.training, after.training) ? after.training : before.training,
  caseload: ({ before, after, mostPatients }) =>
    after.caseload.patients <= mostPatients ? after.caseload : before.caseload,
  scope: ({ before, after }) => (after.scope === 'preparation-and-integration' ? after.scope : before.scope),
  presence: ({ before, after }) => narrowed(before.presence, after.presence),
  dosePlaces: ({ before, after }) => narrowed(before.dosePlaces, after.dosePlaces),
  role: ({ before, after }) => (after.role === null ? null : before.role),
  integrationWithin72h: ({ before, after }) => before.integrationWithin72h && after.integrationWithin72h,
  coordination: ({ before, after }) => ({
    ...before.coordination,
    withPrescriber: before.coordination.withPrescriber && after.coordination.withPrescriber,
  }),
  focus: ({ before, after }) => narrowedTo(before.focus, after.focus, 1),
  ages: ({ before, after }) => narrowedTo(before.ages, after.ages, 1),
  alongsideOwnTherapist: ({ before, after }) => before.alongsideOwnTherapist && after.alongsideOwnTherapist,
};

/** A caseload may grow by a fifth without a look: of what is public, and of what a reviewer saw, so that small steps lead nowhere. */
const GROWTH = 1.2;

/**
 * Tells what of an edit is public at once from what waits for a reviewer. A part of `next` that is missing or not valid waits.
 * @param reviewedPatients how many patients a reviewer last had before them
 */
export function splitEdit(published: Profile, next: Draft, reviewedPatients?: number): Split {
  const before = published;
  const after = { ...before, ...validParts(next) };
  const { patients } = before.caseload;
  const mostPatients = GROWTH * Math.min(patients, reviewedPatients ?? patients);
  const sides = { before, after, mostPatients };
  const result = mended(
    before,
    Object.fromEntries(profileFields.map((field) => [field, outcome(field, sides)])) as Profile,
  );
  const atOnce = changedFields(before, result);
  return {
    published: result,
    waiting: changedFields(result, next),
    atOnce,
    unsupported: [
      ...authorityGone(before, after),
      ...(['training', 'coordination'] as const).filter((field) => atOnce.includes(field)),
    ],
  };
}

function outcome(field: Field, sides: Sides): unknown {
  if ((freely as readonly Field[]).includes(field)) return sides.after[field];
  const rule = (rules as Partial<Record<Field, (sides: Sides) => unknown>>)[field];
  return rule === undefined ? sides.before[field] : rule(sides);
}

function validParts(next: Draft): Partial<Profile> {
  const valid = profileFields.filter((field) => profileSchema.shape[field].safeParse(next[field]).success);
  return Object.fromEntries(valid.map((field) => [field, next[field]]));
}

/**
 * What narrows one thing may leave a profile that cannot be: without any place, or present in no way at a session. Then the old one
 * stays until the new one is checked. The last license stays too, but as nothing that anybody has seen (`unsupported`), which hides
 * the listing.
 */
function mended(before: Profile, result: Profile): Profile {
  const placeless = result.offices.length === 0 && !result.telehealth;
  const inSession = result.scope === 'in-session';
  return {
    ...result,
    authority: result.authority.length > 0 ? result.authority : before.authority,
    offices: placeless ? before.offices : result.offices,
    telehealth: placeless && before.offices.length === 0 ? before.telehealth : result.telehealth,
    presence: inSession && result.presence.length === 0 ? before.presence : result.presence,
    role: inSession && result.role === null ? before.role : result.role,
  };
}
