import { type ProgrammeId, programmeIds, programmes } from '../domain/reference/programmes.js';
import { type Named, namesOf, nearestTo, plainWords } from './named.js';

/** How a programme is called in forms; patients and therapists write "program". */
export const programmeName = (id: ProgrammeId): string =>
  id === 'other' ? 'Another program' : programmes[id].name;

const byName = namesOf(
  programmeIds.map((id) => {
    const { name, short, aliases } = programmes[id];
    return [id, [id, programmeName(id), name, short, ...aliases]] as const;
  }),
);

/** The programme that a typed name means. What is not known may be another one: that is offered last. */
export function programmeNamed(text: string): Named<ProgrammeId> {
  const id = byName.get(plainWords(text));
  if (id !== undefined) return { id };
  return { nearest: [...nearestTo(text, byName).filter((near) => near !== 'other'), 'other'] };
}
