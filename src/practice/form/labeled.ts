import type { Group, Shown } from './groups.js';

export interface LabeledField {
  label: string;
  group: string;
  /** The labels of its choices by value. */
  words: ReadonlyMap<string, string>;
  href: string;
}

/** Every field of a section by name, in order, with its label and its place on the page. */
export function labeled(groups: readonly Group[]): Map<string, LabeledField> {
  const found = new Map<string, LabeledField>();
  const add = (group: string, prefix: string, fields: readonly Shown[]) => {
    for (const field of fields)
      found.set(field.name, {
        label: prefix + field.label,
        group,
        words: wordsOf(field),
        href: `#f-${field.name.replaceAll('.', '-')}`,
      });
  };
  for (const { title, fields, list } of groups) {
    add(title, '', fields);
    if (list === null) continue;
    found.set(list.name, { label: title, group: title, words: new Map(), href: `#f-${list.name}` });
    for (const row of list.rows) add(title, `${row.title}: `, row.fields);
  }
  return found;
}

function wordsOf({ select, radios, ticks, tick }: Shown): Map<string, string> {
  if (tick) return new Map([['1', 'Yes']]);
  const options = select?.options ?? radios?.choices ?? ticks?.options ?? [];
  return new Map(options.map(({ value, label }) => [value, label]));
}
