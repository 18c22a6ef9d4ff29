import type { Therapist } from '../../src/domain/therapist.js';
import { Conflict, type TherapistStore } from '../../src/storage/store.js';

/** Somebody who is to be added, and the row that names them. */
export interface Person {
  row: number;
  therapist: Therapist;
}

/** Those of them whose e-mail address the store does not know; the rows of the others. */
export async function unknownOf(people: readonly Person[], store: TherapistStore) {
  const there = await Promise.all(people.map(({ therapist }) => store.getByEmail(therapist.email)));
  return {
    fresh: people.filter((_, index) => there[index] === null),
    known: people.filter((_, index) => there[index] !== null).map(({ row }) => row),
  };
}

/**
 * Adds them, all or none; when one of them came in meanwhile by another way, one by one. Answers the rows of those who were there
 * then. An error of the store leaves at most some of them in it, each of them whole.
 */
export async function putPeople(people: readonly Person[], store: TherapistStore): Promise<number[]> {
  if (people.length === 0) return [];
  const refusal = await conflictOf(store.insertMany(people.map(({ therapist }) => therapist)));
  if (refusal === null) return [];
  const known: number[] = [];
  for (const { row, therapist } of people) {
    const refused = await conflictOf(store.insert(therapist));
    // Ids are drawn, and slugs made of them: nothing but the address can be taken.
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
