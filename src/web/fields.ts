import type { Option } from '../wording/options.js';

/** What was typed into a form, or is in the record: the texts under each name. */
export type Typed = (name: string) => readonly string[];

/** Messages by the name of their field. */
export type Messages = ReadonlyMap<string, string>;

interface Wish {
  hint?: string;
  /** For what browsers fill in by themselves: https://html.spec.whatwg.org/#autofill */
  autocomplete?: string;
  type?: 'text' | 'email' | 'tel' | 'url' | 'date' | 'search';
  inputmode?: 'numeric' | 'text';
  maxlength?: number;
  rows?: number;
  /** Id of a datalist on the page. */
  list?: string;
}

/** The messages of what zod found, by field; the first of each. `at` goes before each name. */
export function messagesOf(
  issues: readonly { path: readonly PropertyKey[]; message: string }[],
  at = '',
): Map<string, string> {
  const messages = new Map<string, string>();
  for (const { path, message } of issues) {
    const name = [at, ...path.map(String)].filter(Boolean).join('.');
    if (!messages.has(name)) messages.set(name, message);
  }
  return messages;
}

/** What was typed, from the form that was sent. */
export const typedIn =
  (form: URLSearchParams): Typed =>
  (name) =>
    form.getAll(name);

/** Makes the models of the partials in `views/form`, each with what was typed and its message. */
export function fieldMaker(typed: Typed, messages: Messages) {
  const base = (name: string, label: string, { hint = '' }: Wish) => {
    const error = messages.get(name) ?? '';
    const id = `f-${name.replaceAll('.', '-')}`;
    const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
    return { name, id, label, hint, error, described };
  };
  const chosenIn = (name: string, choices: readonly Choice[]): Option[] => {
    const chosen = new Set(typed(name));
    return choices.map(([value, label]) => ({ value, label, count: null, chosen: chosen.has(value) }));
  };
  return {
    /** One line: partial `form/text`. */
    text: (name: string, label: string, wish: Wish = {}) => ({
      ...base(name, label, wish),
      value: typed(name)[0] ?? '',
      type: wish.type ?? 'text',
      autocomplete: wish.autocomplete ?? '',
      inputmode: wish.inputmode ?? '',
      maxlength: wish.maxlength ?? 0,
      list: wish.list ?? '',
    }),
    /** Several lines: partial `form/area`. */
    area: (name: string, label: string, wish: Wish = {}) => ({
      ...base(name, label, wish),
      value: typed(name)[0] ?? '',
      rows: wish.rows ?? 4,
      maxlength: wish.maxlength ?? 0,
    }),
    /** One of a list: partial `form/select`. `none` is the words of the choice that chooses nothing. */
    select: (
      name: string,
      label: string,
      choices: readonly Choice[],
      wish: Wish & { none?: string } = {},
    ) => ({
      ...base(name, label, wish),
      options: chosenIn(name, [...(wish.none === undefined ? [] : [['', wish.none] as const]), ...choices]),
    }),
    /** One of a few: partial `form/radios`. */
    radios: (name: string, label: string, choices: readonly Choice[], wish: Wish = {}) => ({
      ...base(name, label, wish),
      choices: chosenIn(name, choices).map((choice, at) => ({
        ...choice,
        id: `f-${name.replaceAll('.', '-')}-${at}`,
      })),
    }),
    /** Some of them: partial `form/ticks`. */
    ticks: (name: string, label: string, choices: readonly Choice[], wish: Wish = {}) => ({
      ...base(name, label, wish),
      options: chosenIn(name, choices),
    }),
    /** Yes or not: partial `form/tick`; it sends `1`. */
    tick: (name: string, label: string, wish: Wish = {}) => ({
      ...base(name, label, wish),
      chosen: typed(name).includes('1'),
    }),
  };
}

/** A value and its words. */
export type Choice = readonly [value: string, label: string];

export type FieldMaker = ReturnType<typeof fieldMaker>;

/** The summary on top of a form that came back: partial `form/errors`. Each message leads to its field. */
export function errorSummary(messages: Messages) {
  return [...messages].map(([name, message]) => ({ href: `#f-${name.replaceAll('.', '-')}`, message }));
}

/** The revision of the draft that the form's page showed; -1, which no draft ever has, where the field makes no sense. */
export function seenRevision(form: URLSearchParams): number {
  const typed = form.get('draftRevision') ?? '';
  return /^\d{1,9}$/.test(typed) ? Number(typed) : -1;
}
