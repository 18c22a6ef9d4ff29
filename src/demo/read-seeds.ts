import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { KnownError } from '../domain/errors.js';
import { withAddedFacts } from '../domain/profile-fields/since.js';
import { type Therapist, therapistSchema } from '../domain/therapist.js';
import { replayStory } from './replay-story.js';
import { resolveSeed } from './resolve-seed.js';
import { type SeedTherapist, seedTherapistSchema } from './seed-therapist.js';
import { type Story, storySchema } from './story.js';

/** A seed file breaks its schema. The message names file, line and field. Nothing of the file was loaded. */
export class SeedRefused extends KnownError {
  override readonly kind = 'misconfigured';
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
 * Reads the fictional therapists of a JSONL file, one to a line. Each must make a valid record today.
 * @throws SeedRefused at the first line that is broken, or repeats an id, slug or email.
 */
export function readSeeds(file: string, now: Date): Promise<SeedTherapist[]> {
  return readAll(file, seedTherapistSchema, (seed) => resolveSeed(seed, now));
}

/**
 * Reads the stories of a JSONL file. Each must be possible and make a valid record today.
 * @throws SeedRefused at the first line that is broken, or repeats an id, slug or email.
 */
export function readStories(file: string, now: Date): Promise<Story[]> {
  return readAll(file, storySchema, (story) => replayStory(story, now));
}

async function readAll<Seed extends { id: string; email: string }>(
  file: string,
  schema: z.ZodType<Seed>,
  resolve: (seed: Seed) => Therapist,
): Promise<Seed[]> {
  const whole = await readFile(file, 'utf8');
  const lines = whole === '' ? [] : whole.replace(/\n$/, '').split('\n');
  const firstSeen = new Map<string, number>();
  return lines.map((text, index) => {
    const refuse = (field: string, why: string) => new SeedRefused(file, index + 1, field, why);
    const seed = readLine(text, schema, refuse);
    const record = checked(() => resolve(seed), refuse);
    for (const field of ['id', 'slug', 'email'] as const) {
      const key = `${field} ${record[field].toLowerCase()}`;
      const before = firstSeen.get(key);
      if (before !== undefined) throw refuse(field, `“${record[field]}” is taken by line ${before}.`);
      firstSeen.set(key, index + 1);
    }
    return seed;
  });
}

type Refuse = (field: string, why: string) => SeedRefused;

function readLine<Seed>(text: string, schema: z.ZodType<Seed>, refuse: Refuse): Seed {
  const parsed = schema.safeParse(withCurrentFacts(parseJson(text, refuse)));
  if (!parsed.success) throw refuseFirst(parsed.error, refuse);
  return parsed.data;
}

/** The line, with the facts that the catalogue added after the line was written. */
function withCurrentFacts(line: unknown): unknown {
  if (typeof line !== 'object' || line === null || !('profile' in line)) return line;
  return { ...line, profile: withAddedFacts(line.profile) };
}

/**
 * The checked record. The record's own schema covers rules that span fields; replaying a story covers
 * impossible steps.
 */
function checked(resolve: () => Therapist, refuse: Refuse): Therapist {
  const record = replay(resolve, refuse);
  const parsed = therapistSchema.safeParse(record);
  if (!parsed.success) throw refuseFirst(parsed.error, refuse);
  return record;
}

function replay(resolve: () => Therapist, refuse: Refuse): Therapist {
  try {
    return resolve();
  } catch (error) {
    throw refuse('steps', (error as Error).message);
  }
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
  // The record's `published` is `profile` in the file.
  const path = (issue?.path ?? []).map((key) => (key === 'published' ? 'profile' : key));
  const field = [...path, ...unknown].join('.') || 'the whole line';
  return refuse(field, issue?.message ?? 'This is not a therapist.');
}
