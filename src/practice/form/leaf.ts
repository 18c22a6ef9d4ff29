import { z } from 'zod';

const ABSENT = 'This field did not arrive with the form. Please send the form again.';
const TWICE = 'This arrived more than once. Please give it once.';

interface Wish<Blank> {
  /** What an empty field means; where nothing is said the schema tells what it misses. */
  blank?: Blank;
  /** What browsers do not send when nothing is chosen, or a form leaves out. */
  mayBeAbsent?: boolean;
  /** Understands how people write it. */
  read?: (text: string) => unknown;
  /** What to say of a text that makes no sense, where the schema's own words ask for another way to write it. */
  refused?: string;
}

/** One text of a form, as {@link z.output} of `schema`. Its messages stand at the field, whatever was sent. */
export function leaf<T extends z.ZodType, Blank = never>(schema: T, wish: Wish<Blank> = {}) {
  const { mayBeAbsent = false, read = (text: string) => text, refused } = wish;
  return z.unknown().transform((raw, context): z.output<T> | Blank => {
    const refuse = (message: string, path: PropertyKey[] = []) => {
      context.issues.push({ code: 'custom', message, path, input: raw });
      return z.NEVER;
    };
    if (raw !== undefined && !isTexts(raw)) return refuse(ABSENT);
    if (raw === undefined && !mayBeAbsent) return refuse(ABSENT);
    if (raw !== undefined && raw.length > 1) return refuse(TWICE);
    const text = raw?.[0] ?? '';
    const empty = text.trim() === '';
    if (empty && 'blank' in wish) return wish.blank as Blank;
    const parsed = schema.safeParse(empty ? undefined : read(text));
    if (parsed.success) return parsed.data;
    for (const { message, path } of parsed.error.issues) refuse(refused ?? message, path);
    return z.NEVER;
  });
}

/** Yes or no by radio buttons, `undefined` as long as neither is chosen. */
export const yesOrNo = () =>
  leaf(
    z.enum(['yes', 'no'], 'Choose one of the choices offered.').transform((said) => said === 'yes'),
    { blank: undefined, mayBeAbsent: true },
  );

/** One of a few by radio buttons. */
export const oneOf = <T extends z.ZodType, Blank>(schema: T, blank: Blank) =>
  leaf(schema, { blank, mayBeAbsent: true });

/** A tick box. */
export const ticked = () =>
  leaf(
    z.literal('1', 'Tick it or leave it.').transform(() => true),
    { blank: false, mayBeAbsent: true },
  );

/** Some of the choices offered, by tick boxes; none of them is `none`. */
export function several<T extends z.ZodType, None>(schema: T, none: None) {
  return z.unknown().transform((raw, context): z.output<T> | None => {
    if (raw === undefined) return none;
    const parsed = schema.safeParse(raw);
    if (parsed.success) return parsed.data;
    // A tick box has no field of its own to stand at: the message stands at the group.
    context.issues.push({
      code: 'custom',
      message: parsed.error.issues[0]?.message ?? '',
      path: [],
      input: raw,
    });
    return z.NEVER;
  });
}

/**
 * Fields that belong together; whatever else stands in their place, each says that it did not arrive. An absent field is there, as
 * `undefined`: whether that is right is for its leaf to say.
 */
export const group = <S extends z.core.$ZodLooseShape>(shape: S) => {
  const absent = Object.fromEntries(Object.keys(shape).map((name) => [name, undefined]));
  return z.preprocess((raw) => ({ ...absent, ...fieldsOf(raw) }), z.object(shape));
};

/** {@link group}s of which each field may be empty, and all of them may: then it is `null`; otherwise it is held against `whole`. */
export const groupOrNone = <S extends z.core.$ZodLooseShape, W extends z.ZodType>(shape: S, whole: W) =>
  group(shape).transform((said, context): z.output<W> | null =>
    Object.values(said).every((one) => one === undefined) ? null : held(said, whole, context),
  );

const DISORDER = 'These rows arrived in disorder. Please send the form again.';

/** The rows of a list, held against the list's own rules when each of them is right. No rows are `none`. */
export const rows = <S extends z.core.$ZodLooseShape, L extends z.ZodType, None>(
  shape: S,
  list: L,
  none: None,
) =>
  z
    .preprocess((raw) => raw ?? [], z.array(group(shape), DISORDER))
    .transform((said, context): z.output<L> | None => (said.length === 0 ? none : held(said, list, context)));

/** What one schema let through, held against a stricter one. */
function held<T extends z.ZodType>(value: unknown, schema: T, context: z.RefinementCtx): z.output<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const { message, path } of parsed.error.issues)
    context.issues.push({ code: 'custom', message, path: [...path], input: value });
  return z.NEVER;
}

function fieldsOf(raw: unknown): object {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? raw : {};
}

function isTexts(raw: unknown): raw is string[] {
  return Array.isArray(raw) && raw.every((one) => typeof one === 'string');
}
