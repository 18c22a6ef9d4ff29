import { permissions } from '../domain/authority.js';
import type { Draft } from '../domain/draft.js';
import { type Profile, profileSchema } from '../domain/profile.js';
import { fieldNames, fieldSchemas, rowOf } from '../domain/profile-fields.js';
import type { Therapist } from '../domain/therapist.js';
import { pagesOf, placeIn } from './places.js';
import { aboutOf, sectionPath } from './section-form.js';
import { allSections } from './sections/all.js';

/** What an optional page says until it is saved. */
const UNSAVED = 'look it through and save it';

/** Something that a profile lacks, or that is wrong in it. */
export interface Missing {
  section: string;
  /** What the page of the form is called. */
  title: string;
  label: string;
  /** Empty when nothing is there yet. */
  message: string;
  href: string;
}

interface Issue {
  path: readonly PropertyKey[];
  message: string;
}

/** Everything that keeps the draft from being a profile, section by section. */
export function missingIn(therapist: Therapist, today: string): Missing[] {
  const about = aboutOf(therapist, today);
  const { profile } = about.written;
  const byPath = new Map(issuesOf(profile, today).map((issue) => [issue.path.join('.'), issue]));
  const pages = pagesOf(about);
  const wanted = [...byPath].filter(([path]) => !optional.has(path) || !isAbsent(profile, path));
  const placed = wanted.map(([path, issue]): Missing => {
    const { section, field, exact } = placeIn(pages, path);
    const label = exact ? field.label : field.group;
    const message = isAbsent(profile, path) ? '' : issue.message;
    return {
      section: section.id,
      title: section.title,
      label,
      message,
      href: sectionPath(section) + field.href,
    };
  });
  const unsaved = [...byPath.keys()].map((path) => placeIn(pages, path).section.id);
  return allSections.flatMap((section) => {
    const { id, title } = section;
    const here = placed.filter((one) => one.section === id);
    if (here.length > 0 || !unsaved.includes(id)) return here;
    return [{ section: id, title, label: UNSAVED, message: '', href: sectionPath(section) }];
  });
}

/** Fields that may be empty: a therapist without an NPI number is not asked for one. */
const optional: ReadonlySet<string> = new Set(fieldNames.filter((field) => rowOf(field).mayBeEmpty));

/** A profile that breaks no rule between fields, so that these rules can be checked while other fields are missing. */
const neutral = Object.fromEntries(fieldNames.map((field) => [field, rowOf(field).neutral])) as Profile;

function issuesOf(profile: Draft, today: string): Issue[] {
  const issues = profileSchema.safeParse(profile).error?.issues ?? [];
  const across = profileSchema.safeParse({ ...neutral, ...rightParts(profile) }).error?.issues ?? [];
  const known = across.filter(({ path }) => profile.discipline !== undefined || !dependsOnDiscipline(path));
  return [...known, ...issues, ...lawToday(profile, today)];
}

function rightParts(profile: Draft): Partial<Profile> {
  const right = fieldNames.filter((name) => fieldSchemas[name].safeParse(profile[name]).success);
  return Object.fromEntries(right.map((name) => [name, profile[name]]));
}

const dependsOnDiscipline = ([first, , last]: readonly PropertyKey[]) =>
  first === 'psypact' || last === 'basis';

/** The message when nothing they hold lets them treat anyone today. */
function lawToday(profile: Draft, today: string): Issue[] {
  const { discipline, authority = [], psypact = null, offices = [], telehealth } = profile;
  if (discipline === undefined || authority.length === 0 || telehealth === undefined) return [];
  if (permissions({ discipline, authority, psypact, offices, telehealth }, today).length > 0) return [];
  const message =
    'Nothing of it lets you treat anybody today: give a license that has not ended, and an office in its state or telehealth.';
  return [{ path: ['authority'], message }];
}

function isAbsent(profile: Draft, path: string): boolean {
  const found = path
    .split('.')
    .reduce<unknown>((value, part) => (value as Record<string, unknown> | null | undefined)?.[part], profile);
  return found === undefined;
}
