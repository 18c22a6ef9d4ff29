/**
 * The process that is killed: `node writer.js FILE PREFIX SEED`. It inserts, updates and removes until it dies.
 * It prints each write before it tries it, and again once the store has acknowledged it. Both lines are written
 * synchronously, so that every line before the kill is read.
 */
import { writeSync } from 'node:fs';
import type { Therapist } from '../../src/domain/therapist.js';
import { openEmbeddedStore } from '../../src/storage/embedded/open-embedded-store.js';
import { aTherapist } from '../support/therapist-builder.js';
import { seededRandom } from './random.js';

const [file = '', prefix = '', seed = '0'] = process.argv.slice(2);
const random = seededRandom(Number(seed));
const mine: Therapist[] = [];
let made = 0;

const { therapists } = await openEmbeddedStore({ file });
say({ open: true });
for (;;) await writeSomething();

function say(words: object): void {
  writeSync(1, `${JSON.stringify(words)}\n`);
}

async function acknowledged(
  tried: [string, Therapist | null][],
  write: () => Promise<unknown>,
): Promise<void> {
  say({ tried });
  await write();
  say({ done: true });
}

async function writeSomething(): Promise<void> {
  const choice = random();
  const index = Math.floor(random() * mine.length);
  const known = mine[index];
  if (known === undefined || choice < 0.3) return insert();
  if (choice < 0.35) return insertMany();
  if (choice < 0.5) return remove(index, known);
  return update(index, known);
}

async function insert(): Promise<void> {
  const therapist = newTherapist();
  await acknowledged([[therapist.id, therapist]], () => therapists.insert(therapist));
  mine.push(therapist);
}

async function insertMany(): Promise<void> {
  const many = Array.from({ length: 2 + Math.floor(random() * 30) }, newTherapist);
  await acknowledged(
    many.map((therapist) => [therapist.id, therapist]),
    () => therapists.insertMany(many),
  );
  mine.push(...many);
}

async function update(index: number, known: Therapist): Promise<void> {
  const wanted = { ...known, draftRevision: known.draftRevision + 1 };
  const next = { ...wanted, revision: known.revision + 1 };
  await acknowledged([[known.id, next]], () => therapists.update(wanted));
  mine[index] = next;
}

async function remove(index: number, known: Therapist): Promise<void> {
  await acknowledged([[known.id, null]], () => therapists.remove(known.id));
  mine.splice(index, 1);
}

function newTherapist(): Therapist {
  const key = `${prefix}${String(made++).padStart(6, '0')}`;
  return aTherapist({ id: key, slug: key, email: `${key}@practice.example` });
}
