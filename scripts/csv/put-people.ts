import type { Therapist } from '../../src/domain/therapist.js';
import { Conflict, type TherapistStore } from '../../src/storage/store.js';

/** A person to add, and their row. */
export interface Person {
  row: number;
  therapist: Therapist;
}

/** The people whose email address the store does not know, and the rows of the others. */
export async function unknownOf(people: readonly Person[], store: TherapistStore) {
  const there = await Promise.all(people.map(({ therapist }) => store.getByEmail(therapist.email)));
  return {
    fresh: people.filter((_, index) => there[index] === null),
    known: people.filter((_, index) => there[index] !== null).map(({ row }) => row),
  };
}

/**
 * Adds all of them or none. When one of them was added meanwhile in another way, adds them one by one, and returns the rows of those who
 * were there. After an error of the store, some of them may be in it, each of them whole.
 */
export async function putPeople(people: readonly Person[], store: TherapistStore): Promise<number[]> {
  if (people.length === 0) return [];
  const refusal = await conflictOf(store.insertMany(people.map(({ therapist }) => therapist)));
  if (refusal === null) return [];
  const known: number[] = [];
  for (const { row, therapist } of people) {
    const refused = await conflictOf(store.insert(therapist));
    // Ids are random, and slugs are made from them, so only the address can be taken.
    if (refused !== null && refused.field !== 'email') throw refused;
    if (refused !== null) known.push(row);
  }
  return known;
}

function conflictOf(work: Promise<unknown>): Promise<Conflict | null> {
  return work.then(
    () => null,
    (error: unknown) => {
      if (error instanceof Conflict) return error;
      throw error;
    },
  );
}
