import { type ProgramId, programIds, programs } from '../domain/reference/programs.js';
import { type Named, namesOf, nearestTo, plainWords } from './named.js';

/** How a program is called in forms; patients and therapists write "program". */
export const programName = (id: ProgramId): string =>
  id === 'other' ? 'Another program' : programs[id].name;

const byName = namesOf(
  programIds.map((id) => {
    const { name, short, aliases } = programs[id];
    return [id, [id, programName(id), name, short, ...aliases]] as const;
  }),
);

/** The program that a typed name means. What is not known may be another one: that is offered last. */
export function programNamed(text: string): Named<ProgramId> {
  const id = byName.get(plainWords(text));
  if (id !== undefined) return { id };
  return { nearest: [...nearestTo(text, byName).filter((near) => near !== 'other'), 'other'] };
}
