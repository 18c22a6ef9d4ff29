import { z } from 'zod';
import type { RecordKind } from '../../src/storage/small-records.js';

const noteSchema = z.strictObject({
  id: z.string(),
  revision: z.number(),
  words: z.string(),
  tags: z.array(z.string()),
  at: z.string(),
  endsAt: z.string().nullable(),
});
export type Note = z.infer<typeof noteSchema>;

/** A made-up kind of record that says itself how it is to be filed. */
export const notes: RecordKind<Note> = {
  name: 'note',
  schema: noteSchema,
  tags: ({ tags }) => tags,
  at: ({ at }) => at,
  endsAt: ({ endsAt }) => endsAt,
  exported: true,
};

/** Another kind, whose name begins like that one. */
export const otherNotes: RecordKind<Note> = { ...notes, name: 'note-two' };

let made = 0;

/** A note that nothing removes; its id is new at every call. */
export function aNote(wish: Partial<Note> = {}): Note {
  return {
    id: `note${String(++made).padStart(6, '0')}`,
    revision: 1,
    words: 'Nothing much.',
    tags: ['all'],
    at: '2026-03-01T00:00:00.000Z',
    endsAt: null,
    ...wish,
  };
}
