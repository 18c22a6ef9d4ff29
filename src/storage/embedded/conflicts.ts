import type { Therapist } from '../../domain/therapist.js';
import { emailKey } from '../email-key.js';
import { Conflict } from '../store.js';
import type { Connection } from './connection.js';

/**
 * Keys looked up by one statement. They are bound as one JSON text, because the number of bound values is
 * limited.
 */
const CHUNK = 1000;

interface UniqueKey {
  readonly field: 'id' | 'slug' | 'email';
  readonly column: string;
  readonly of: (therapist: Therapist) => string;
}

const keys: readonly UniqueKey[] = [
  { field: 'id', column: 'id', of: (therapist) => therapist.id },
  { field: 'slug', column: 'slug', of: (therapist) => therapist.slug },
  { field: 'email', column: 'email_key', of: (therapist) => emailKey(therapist.email) },
];

/**
 * Checks that every key is free. Holds only inside the transaction that adds the records.
 * @throws Conflict when a key is taken.
 */
export function assertFree(connection: Connection, therapists: readonly Therapist[]): void {
  for (const key of keys) {
    const wanted = therapists.map(key.of);
    if (new Set(wanted).size < wanted.length) throw taken(key.field);
    for (let start = 0; start < wanted.length; start += CHUNK)
      if (anyTaken(connection, key, wanted.slice(start, start + CHUNK))) throw taken(key.field);
  }
}

/** Checks the slug and email of one record. @throws Conflict when another record has one of them. */
export function assertFreeFor(connection: Connection, therapist: Therapist): void {
  for (const { field, column, of } of keys.slice(1)) {
    const sql = `SELECT id FROM therapists WHERE ${column} = ? AND id <> ?`;
    if (connection.all(sql, of(therapist), therapist.id).length > 0) throw taken(field);
  }
}

function anyTaken(connection: Connection, { column }: UniqueKey, wanted: string[]): boolean {
  const sql = `WITH wanted AS (SELECT value AS wanted_key FROM json_each(?))
               SELECT wanted_key FROM wanted JOIN therapists ON ${column} = wanted_key LIMIT 1`;
  return connection.all(sql, JSON.stringify(wanted)).length > 0;
}

/** Names the field and not the value: no email address belongs in a log. */
function taken(field: UniqueKey['field']): Conflict {
  return new Conflict(field, `Another therapist has this ${field === 'email' ? 'email address' : field}.`);
}
