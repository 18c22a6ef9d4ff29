import { z } from 'zod';
import { type ParameterError, Problem } from '../web/problem.js';
import { inSentence } from '../wording/lists.js';

/** One query parameter: how one value of it is read, and what is said of it. */
export interface Parameter {
  schema: z.ZodType;
  /** May be repeated, at most so many times. */
  most?: number;
  /** What the text that is sent looks like, where that says more than what becomes of it. */
  sent?: boolean;
  description: string;
  example?: string | number | readonly string[];
}

export type Parameters = Readonly<Record<string, Parameter>>;

/** Errors that one answer tells. */
const MOST_TOLD = 20;
const MOST_LISTED = 20;
const MOST_NAME = 40;

/** What a value may be, as JSON Schema. */
export function valueSchema({ schema, sent }: Parameter): z.core.JSONSchema.JSONSchema {
  const { $schema: _, ...value } = z.toJSONSchema(schema, { io: sent === true ? 'input' : 'output' });
  return value;
}

/** What a parameter wants, in a sentence; from the same schema that reads it. */
export function wantedBy(name: string, parameters: Parameters): string {
  const parameter = parameters[name] as Parameter;
  const { enum: choices, const: only, minimum, maximum, type, maxLength } = valueSchema(parameter);
  if (only !== undefined) return `Give ${only}, or leave ${name} out.`;
  if (choices !== undefined)
    return choices.length <= MOST_LISTED
      ? `Give one of: ${choices.join(', ')}.`
      : `Give one of the ${choices.length} values that the documentation lists for ${name}.`;
  if (type === 'integer') return `Give a whole number from ${minimum} to ${maximum}.`;
  if (maxLength !== undefined) return `Give at most ${maxLength} characters.`;
  return `Give ${inSentence(parameter.description)}`;
}

/** Whatever is wrong with the names alone: unknown, or without a value. */
export function nameErrors(search: URLSearchParams, parameters: Parameters): ParameterError[] {
  return [...new Set(search.keys())].flatMap((name): ParameterError[] => {
    if (!Object.hasOwn(parameters, name)) {
      const shown = name.toWellFormed().slice(0, MOST_NAME).toWellFormed();
      return [{ parameter: shown, reason: 'unknown', detail: unknownWords(name, parameters) }];
    }
    if (search.getAll(name).every((value) => value.trim() !== '')) return [];
    const detail = `An empty value says nothing: give one, or leave ${name} out.`;
    return [{ parameter: name, reason: 'bad-value', detail }];
  });
}

/** Many clients write a list as `payer[]=…` or `payer[0]=…`: they are told how it is written here. */
function unknownWords(name: string, parameters: Parameters): string {
  const plain = name.replace(/\[\d*\]$/, '');
  if (plain !== name && Object.hasOwn(parameters, plain))
    return `There are no brackets here: write ${plain}=…, and repeat it for several values.`;
  const known = Object.keys(parameters);
  const list = known.length === 0 ? 'This resource takes none.' : `Known are: ${known.join(', ')}.`;
  return `There is no such parameter. ${list}`;
}

/** @throws Problem when there are errors. */
export function refuse(errors: readonly ParameterError[]): void {
  if (errors.length > 0) throw new Problem('bad-parameters', errors.slice(0, MOST_TOLD));
}

/** Reads parameters that are given once each. @throws Problem naming everything that is wrong. */
export function readParameters(
  search: URLSearchParams,
  parameters: Parameters,
): Readonly<Record<string, unknown>> {
  const errors = nameErrors(search, parameters);
  const read: Record<string, unknown> = {};
  for (const [name, { schema }] of Object.entries(parameters)) {
    const values = search.getAll(name);
    const [value] = values;
    if (value === undefined || errors.some(({ parameter }) => parameter === name)) continue;
    const parsed = schema.safeParse(value);
    if (values.length > 1) errors.push({ parameter: name, reason: 'repeated', detail: `Give ${name} once.` });
    else if (parsed.success) read[name] = parsed.data;
    else errors.push({ parameter: name, reason: 'bad-value', detail: wantedBy(name, parameters) });
  }
  refuse(errors);
  return read;
}
