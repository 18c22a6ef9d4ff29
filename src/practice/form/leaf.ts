import { z } from 'zod';

const ABSENT = 'This field did not arrive with the form. Please send the form again.';
const TWICE = 'This arrived more than once. Please give it once.';

interface Wish<Blank> {
  /** What an empty field means; unless given, the schema reports that it is missing. */
  blank?: Blank;
  /** For fields that browsers do not send when nothing is chosen, or that a form leaves out. */
  mayBeAbsent?: boolean;
  /** Reads how people write it. */
  read?: (text: string) => unknown;
  /** The message for an invalid text, when the schema's message asks for another format. */
  refused?: string;
}

/** One text of a form, as {@link z.output} of `schema`. All its messages belong to the field, whatever was sent. */
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

/** Yes or no by radio buttons; `undefined` while neither is chosen. */
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

/** Some of the choices, by tick boxes. No choice reads as `none`. */
export function several<T extends z.ZodType, None>(schema: T, none: None) {
  return z.unknown().transform((raw, context): z.output<T> | None => {
    if (raw === undefined) return none;
    const parsed = schema.safeParse(raw);
    if (parsed.success) return parsed.data;
    // A single tick box shows no message: it belongs to the whole group.
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
 * Fields that belong together. An absent field is `undefined`, and its leaf decides whether that is an error. If something else arrived
 * in place of the group, every field is absent.
 */
export const group = <S extends z.core.$ZodLooseShape>(shape: S) => {
  const absent = Object.fromEntries(Object.keys(shape).map((name) => [name, undefined]));
  return z.preprocess((raw) => ({ ...absent, ...fieldsOf(raw) }), z.object(shape));
};

/** A {@link group} that is `null` when all its fields are empty, and is otherwise checked against `whole`. */
export const groupOrNone = <S extends z.core.$ZodLooseShape, W extends z.ZodType>(shape: S, whole: W) =>
  group(shape).transform((said, context): z.output<W> | null =>
    Object.values(said).every((one) => one === undefined) ? null : held(said, whole, context),
  );

const DISORDER = 'These rows arrived in disorder. Please send the form again.';

/** The rows of a list. When each row is valid, the list's own rules are checked. No rows read as `none`. */
export const rows = <S extends z.core.$ZodLooseShape, L extends z.ZodType, None>(
  shape: S,
  list: L,
  none: None,
) =>
  z
    .preprocess((raw) => raw ?? [], z.array(group(shape), DISORDER))
    .transform((said, context): z.output<L> | None => (said.length === 0 ? none : held(said, list, context)));

/** What one schema accepted, checked against a stricter one. */
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
