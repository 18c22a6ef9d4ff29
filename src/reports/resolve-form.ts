import { z } from 'zod';
import { authoritySubject } from '../domain/authority.js';
import { choice } from '../domain/fields.js';
import type { Profile } from '../domain/profile.js';
import { paragraphs } from '../domain/text.js';
import { type Messages, messagesOf } from '../web/fields.js';
import type { Verdict } from './report-service.js';

/** What a reviewer can do about a report. The first three correct the listing at once. */
export const measures = [
  'no-longer-accepting',
  'remove-insurance',
  'remove-authority',
  'corrected-already',
  'suspend',
  'unfounded',
] as const;
export type Measure = (typeof measures)[number];

/** Identifies a row of coverage in the form. */
export const coverageKey = ({ state, payer, line }: Profile['coverage'][number]) =>
  `${state} ${payer} ${line}`;

const resolveSchema = z.object({
  measure: choice(measures),
  note: paragraphs(1000),
  seen: z.coerce.number().int().min(1),
});

export interface Read {
  verdict: Verdict;
  seen: number;
}

/** What the form says, or its messages. */
export function readResolve(form: URLSearchParams, published: Profile | null): Read | { messages: Messages } {
  const given = { measure: form.get('measure'), note: form.get('note') ?? '', seen: form.get('seen') };
  const parsed = resolveSchema.safeParse(given);
  if (!parsed.success) return { messages: messagesOf(parsed.error.issues) };
  const { measure, note, seen } = parsed.data;
  if (measure === 'suspend' || measure === 'unfounded')
    return { seen, verdict: { outcome: measure === 'suspend' ? 'suspended' : 'unfounded', note } };
  if (measure === 'corrected-already' || published === null)
    return { seen, verdict: { outcome: 'corrected', patch: null, note } };
  const patch = patchOf(measure, form, published);
  if ('message' in patch) return { messages: new Map([[patch.field, patch.message]]) };
  return { seen, verdict: { outcome: 'corrected', patch, note } };
}

type Patch = Partial<Profile> | { field: string; message: string };

function patchOf(measure: Measure, form: URLSearchParams, published: Profile): Patch {
  if (measure === 'no-longer-accepting') return { accepting: false };
  const field = measure === 'remove-insurance' ? 'coverage' : 'authority';
  const gone = new Set(form.getAll(field));
  if (field === 'coverage') {
    const coverage = published.coverage.filter((row) => !gone.has(coverageKey(row)));
    return coverage.length < published.coverage.length ? { coverage } : { field, message: CHOOSE };
  }
  const authority = published.authority.filter((held) => !gone.has(authoritySubject(held)));
  return authority.length < published.authority.length ? { authority } : { field, message: CHOOSE };
}

const CHOOSE = 'Choose at least one that is wrong.';
