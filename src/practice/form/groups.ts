import { type FieldMaker, fieldMaker, type Messages } from '../../web/fields.js';
import { type ListShape, rowCount } from './rows.js';

const kinds = ['text', 'area', 'select', 'radios', 'ticks', 'tick'] as const;
type Kind = (typeof kinds)[number];

/** One field as the view `practice/field` shows it: the model of its kind, and `null` for the others. */
export type Shown = { name: string; label: string } & { [K in Kind]: ReturnType<FieldMaker[K]> | null };

/** Fields that are asked together: why, and what a good answer contains. */
export interface Group {
  id: string;
  title: string;
  why: string;
  good: string;
  fields: readonly Shown[];
  list: ShownList | null;
}

export interface ShownList {
  name: string;
  error: string;
  rows: readonly ShownRow[];
  /** `null` when the list is full. */
  add: RowButton | null;
}

interface ShownRow {
  id: string;
  title: string;
  error: string;
  hint: string;
  fields: readonly Shown[];
  remove: RowButton;
}

/** Names that the browser suggests for a field. */
export interface Datalist {
  id: string;
  values: readonly string[];
}

interface RowButton {
  value: string;
  label: string;
  /** The form's action, with the anchor to scroll to. */
  action: string;
}

/** Makes the fields of a form, with what was typed and the messages. */
export type Fields = { [K in Kind]: (...given: Parameters<FieldMaker[K]>) => Shown } & {
  /** What was typed into a field. */
  typed(name: string): string;
  message(name: string): string;
  group(
    id: string,
    title: string,
    why: string,
    good: string,
    fields: readonly Shown[],
    list?: ShownList,
  ): Group;
  /** The rows of a list. */
  list(shape: ListShape, one: string, row: (at: string, number: number) => RowFields): ShownList;
};

export interface RowFields {
  fields: readonly Shown[];
  hint?: string;
}

/** @param action the address that the form is sent to */
export function createFields(form: URLSearchParams, messages: Messages, action: string): Fields {
  const make = fieldMaker((name) => form.getAll(name), messages);
  const shown =
    <K extends Kind>(kind: K) =>
    (...given: Parameters<FieldMaker[K]>): Shown => {
      const model = (make[kind] as (...args: unknown[]) => { name: string; label: string })(...given);
      const others = Object.fromEntries(kinds.map((other) => [other, null]));
      return { ...others, name: model.name, label: model.label, [kind]: model } as unknown as Shown;
    };
  return {
    text: shown('text'),
    area: shown('area'),
    select: shown('select'),
    radios: shown('radios'),
    ticks: shown('ticks'),
    tick: shown('tick'),
    typed: (name) => form.get(name) ?? '',
    message: (name) => messages.get(name) ?? '',
    group: (id, title, why, good, fields, list) => ({ id, title, why, good, fields, list: list ?? null }),
    list(shape, one, row) {
      const count = rowCount(form, shape.name);
      return {
        name: shape.name,
        error: messages.get(shape.name) ?? '',
        rows: Array.from({ length: count }, (_, number) => rowShown(shape, one, number, row)),
        add: count < shape.most ? addButton(shape, one, count) : null,
      };
    },
  };

  function rowShown(
    { name }: ListShape,
    one: string,
    number: number,
    row: (at: string, number: number) => RowFields,
  ): ShownRow {
    const at = `${name}.${number}`;
    const { fields, hint = '' } = row(at, number);
    return {
      id: `f-${name}-${number}`,
      title: `${one} ${number + 1}`,
      error: messages.get(at) ?? '',
      hint,
      fields,
      remove: {
        value: `remove.${at}`,
        label: `Remove ${one.toLowerCase()} ${number + 1}`,
        action: `${action}#f-${name}`,
      },
    };
  }

  function addButton({ name, fields }: ListShape, one: string, count: number): RowButton {
    return {
      value: `add.${name}`,
      label: `Add another ${one.toLowerCase()}`,
      action: `${action}#f-${name}-${count}-${fields[0]}`,
    };
  }
}
