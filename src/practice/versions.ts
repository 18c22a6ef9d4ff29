import type { LabeledField } from './form/labeled.js';
import { fieldsOf, filled } from './section-form.js';
import type { About, Section } from './sections/section.js';

/** One field in two versions, in words; empty where a version has no value. */
export interface Difference {
  label: string;
  left: string;
  right: string;
}

/** The fields of a section that differ between two versions. */
export function differences(section: Section, left: About, right: About): Difference[] {
  const [one, other] = [filled(section, left), filled(section, right)];
  const labels = new Map([...fieldsOf(section, left), ...fieldsOf(section, right)]);
  const names = new Set([...one.keys(), ...other.keys()]);
  return [...names].flatMap((name) => {
    const known = labels.get(name);
    const [before, after] = [said(one, name, known), said(other, name, known)];
    return known === undefined || before === after
      ? []
      : [{ label: known.label, left: before, right: after }];
  });
}

function said(form: URLSearchParams, name: string, known: LabeledField | undefined): string {
  return form
    .getAll(name)
    .map((value) => known?.words.get(value) ?? value)
    .join(', ');
}
