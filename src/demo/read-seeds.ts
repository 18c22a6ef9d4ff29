import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { therapistSchema } from '../domain/therapist.js';
import { resolveSeed } from './resolve-seed.js';
import { type SeedTherapist, seedTherapistSchema } from './seed-therapist.js';

/** A seed file breaks its schema. The message names file, line and field; nothing of it was loaded. */
export class SeedRefused extends Error {
  override readonly name = 'SeedRefused';
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly field: string;
  constructor(file: string, line: number, field: string, why: string) {
    super(`${file}, line ${line}, ${field}: ${why}`);
    this.file = file;
    this.line = line;
    this.field = field;
  }
}

/**
 * Every fictional therapist of a JSONL file, one to a line, each checked to make a valid record today.
 * @throws SeedRefused at the first line that is broken, or repeats an id, slug or e-mail.
 */
export async function readSeeds(file: string, now: Date): Promise<SeedTherapist[]> {
  const lines = (await readFile(file, 'utf8')).replace(/\n$/, '').split('\n');
  const firstSeen = new Map<string, number>();
  return lines.map((text, index) => {
    const refuse = (field: string, why: string) => new SeedRefused(file, index + 1, field, why);
    const seed = readLine(text, refuse, now);
    for (const field of ['id', 'slug', 'email'] as const) {
      const key = `${field} ${seed[field].toLowerCase()}`;
      const before = firstSeen.get(key);
      if (before !== undefined) throw refuse(field, `“${seed[field]}” is taken by line ${before}.`);
      firstSeen.set(key, index + 1);
    }
    return seed;
  });
}

type Refuse = (field: string, why: string) => SeedRefused;

function readLine(text: string, refuse: Refuse, now: Date): SeedTherapist {
  const parsed = seedTherapistSchema.safeParse(parseJson(text, refuse));
  if (!parsed.success) throw refuseFirst(parsed.error, refuse);
  // Rules that span fields, such as who may hold which authority, are the record's own.
  const record = therapistSchema.safeParse(resolveSeed(parsed.data, now));
  if (!record.success) throw refuseFirst(record.error, refuse);
  return parsed.data;
}

function parseJson(text: string, refuse: Refuse): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuse('the whole line', 'This is not JSON. Write one therapist to a line, without empty lines.');
  }
}

function refuseFirst(error: z.ZodError, refuse: Refuse): SeedRefused {
  const [issue] = error.issues;
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  // What a record calls its published profile is the profile in the file.
  const path = (issue?.path ?? []).map((key) => (key === 'published' ? 'profile' : key));
  const field = [...path, ...unknown].join('.') || 'the whole line';
  return refuse(field, issue?.message ?? 'This is not a therapist.');
}
