import type { LabeledField } from './form/labeled.js';
import { fieldsOf } from './section-form.js';
import { allSections } from './sections/all.js';
import type { About, Section } from './sections/section.js';

/** The pages of the form, each with its fields by name. */
export type Pages = readonly { section: Section; fields: ReadonlyMap<string, LabeledField> }[];

export const pagesOf = (about: About): Pages =>
  allSections.map((section) => ({ section, fields: fieldsOf(section, about) }));

export interface FieldPlace {
  section: Section;
  field: LabeledField;
  /** Whether it is the field itself, and not the first of its parts. */
  exact: boolean;
}

/** Where the form asks for a path of the profile, or for proof of a claim; `null` when it does not. */
export function findPlace(pages: Pages, path: string): FieldPlace | null {
  for (const { section, fields } of pages) {
    const exact = fields.get(path);
    if (exact !== undefined) return { section, field: exact, exact: true };
    const first = [...fields].find(
      ([name]) => name.startsWith(`${path}.`) || name.startsWith(`proof.${path}.`),
    );
    if (first !== undefined) return { section, field: first[1], exact: false };
  }
  return null;
}

/** Where the form asks for a path. @throws Error when no page asks for it, because the therapist could not fix it then */
export function placeIn(pages: Pages, path: string): FieldPlace {
  // Only psychologists are asked for PSYPACT. Others fix it where licenses are.
  const known = path.startsWith('psypact') ? 'authority' : path.replace(/\.[^.]*$/, '');
  const place = findPlace(pages, path) ?? findPlace(pages, known);
  if (place === null) throw new Error(`No page of the form asks for ${path}.`);
  return place;
}
