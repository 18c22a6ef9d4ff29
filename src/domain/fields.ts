import { z } from 'zod';

/**
 * A list in which no two items have the same key. What comes again is told at its own place, so that a form can mark it.
 * What is filed under a key elsewhere (a finding under its subject, a network under state, payer and line) needs this.
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

/** Some of the choices offered, each at most once. */
export function choices<const T extends readonly string[]>(ids: T, min: 0 | 1, max: number = ids.length) {
  const list = z.array(choice(ids)).min(min, 'Choose at least one.').max(max, `Choose at most ${max}.`);
  return unique(list, String, 'This is chosen twice.');
}

/** One of the choices offered. */
export function choice<const T extends readonly string[]>(ids: T) {
  return z.enum(ids, 'Choose one of the choices offered.');
}

/** A whole number that a person typed, with a message that says what is wanted. */
export function whole(min: number, max: number) {
  const wanted = `Give a whole number from ${min.toLocaleString('en-US')} to ${max.toLocaleString('en-US')}.`;
  return z.number(wanted).int(wanted).min(min, wanted).max(max, wanted);
}

/** A list of at most so many. */
export const atMost = <T extends z.ZodType>(item: T, max: number) =>
  z.array(item).max(max, `Give at most ${max} of them.`);
