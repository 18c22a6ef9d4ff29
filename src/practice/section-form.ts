import type { Day } from '../domain/calendar.js';
import type { Therapist } from '../domain/therapist.js';
import type { Messages } from '../web/fields.js';
import { paths } from '../web/paths.js';
import { createFields, type Group } from './form/groups.js';
import { type LabeledField, labeled } from './form/labeled.js';
import { withFirstRows } from './form/rows.js';
import { type About, type Section, writtenBy } from './sections/section.js';

export const aboutOf = (therapist: Therapist, today: Day): About => ({
  written: writtenBy(therapist),
  today,
});

export const sectionPath = (section: Section): string => paths.practicePage(section.id);

const none: Messages = new Map();

/** The groups of a section, with what was typed and the messages. */
export function groupsOf(
  section: Section,
  about: About,
  form: URLSearchParams,
  messages = none,
): readonly Group[] {
  return section.groups(
    createFields(withFirstRows(form, section.lists), messages, sectionPath(section)),
    about,
  );
}

/** The form of a section, filled from the record. */
export const filled = (section: Section, about: About): URLSearchParams =>
  new URLSearchParams(section.fill(about).map(([name, value]): [string, string] => [name, value]));

/** Every field of the section by its name. */
export function fieldsOf(
  section: Section,
  about: About,
  form = filled(section, about),
): Map<string, LabeledField> {
  return labeled(groupsOf(section, about, form));
}
