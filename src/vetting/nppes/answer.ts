import { z } from 'zod';
import type { RegistryAnswer, RegistryEntry } from '../npi-registry.js';

const text = z.string().trim().max(300);
const maybe = text.optional().catch(undefined);

const personSchema = z.object({
  first_name: maybe,
  middle_name: maybe,
  last_name: maybe,
  organization_name: maybe,
  credential: maybe,
  status: maybe,
  last_updated: maybe,
});

const resultSchema = z.object({
  number: z.union([z.string(), z.number()]).transform(String),
  basic: personSchema,
  other_names: z.array(personSchema).max(50).catch([]),
  taxonomies: z
    .array(z.object({ state: maybe, license: maybe, desc: maybe }))
    .max(50)
    .catch([]),
  addresses: z
    .array(z.object({ state: maybe }))
    .max(50)
    .catch([]),
});

/** The registry answers a bad request with 200 and `Errors`. https://npiregistry.cms.hhs.gov/api-page */
const answerSchema = z.union([
  z.object({ Errors: z.array(z.object({ description: maybe })).min(1) }),
  z.object({ results: z.array(resultSchema) }),
]);

/** What the registry said about `npi`, version 2.1. */
export function readAnswer(npi: string, body: unknown): RegistryAnswer {
  const parsed = answerSchema.safeParse(body);
  if (!parsed.success) return { kind: 'failed', why: 'The registry answered something that we cannot read.' };
  if ('Errors' in parsed.data) {
    const said = parsed.data.Errors.map(({ description }) => description ?? '').filter(Boolean);
    return {
      kind: 'failed',
      why: `The registry refused the question: ${said.join('; ') || 'no reason given'}.`,
    };
  }
  const result = parsed.data.results.find(({ number }) => number === npi);
  return result === undefined ? { kind: 'nobody' } : { kind: 'found', entry: entryOf(result) };
}

function entryOf({
  number,
  basic,
  other_names,
  taxonomies,
  addresses,
}: z.infer<typeof resultSchema>): RegistryEntry {
  return {
    number,
    name: nameOf(basic),
    otherNames: other_names.map(nameOf).filter(Boolean),
    credential: given(basic.credential),
    active: basic.status === 'A',
    updated: given(basic.last_updated),
    licenses: taxonomies
      .filter(({ license }) => given(license) !== null)
      .map(({ state, license, desc }) => ({ state: state ?? '', number: license ?? '', what: desc ?? '' })),
    states: [...new Set(addresses.map(({ state }) => state ?? '').filter(Boolean))],
  };
}

/** The registry writes `--` for an empty value. */
const given = (value: string | undefined) => (value === undefined || /^-*$/.test(value) ? null : value);

function nameOf({
  first_name,
  middle_name,
  last_name,
  organization_name,
}: z.infer<typeof personSchema>): string {
  const parts = [first_name, middle_name, last_name].map(given).filter((part) => part !== null);
  return parts.length > 0 ? parts.join(' ') : (given(organization_name) ?? '');
}
