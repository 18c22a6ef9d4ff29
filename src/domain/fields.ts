import { z } from 'zod';

/**
 * A list in which no two items have the same key. The issue is at the index of the repeated item, so that a form can mark it.
 * Items that are looked up by a key (a finding by its subject, a network by state, payer and line) need this.
 */
export function unique<T extends z.ZodType>(
  list: z.ZodArray<T>,
  keyOf: (item: z.output<T>) => string,
  message: string,
) {
  return list.superRefine((items, context) => {
    const seen = new Set<string>();
    items.forEach((item, index) => {
      const key = keyOf(item);
      if (seen.has(key)) context.addIssue({ code: 'custom', path: [index], message });
      seen.add(key);
    });
  });
}

/** Some of the choices, each at most once. */
export function choices<const T extends readonly string[]>(ids: T, min: 0 | 1, max: number = ids.length) {
  const list = z.array(choice(ids)).min(min, 'Choose at least one.').max(max, `Choose at most ${max}.`);
  return unique(list, String, 'This is chosen twice.');
}

/** One of the choices. */
export function choice<const T extends readonly string[]>(ids: T) {
  return z.enum(ids, 'Choose one of the choices offered.');
}

/** A whole number; the message says which ones are allowed. */
export function whole(min: number, max: number) {
  const wanted = `Give a whole number from ${min.toLocaleString('en-US')} to ${max.toLocaleString('en-US')}.`;
  return z.number(wanted).int(wanted).min(min, wanted).max(max, wanted);
}

/** A list with at most `max` items. */
export const atMost = <T extends z.ZodType>(item: T, max: number) =>
  z.array(item).max(max, `Give at most ${max} of them.`);
