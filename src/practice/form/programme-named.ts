import { type ProgrammeId, programmeIds, programmes } from '../../domain/reference/programmes.js';
import { type Named, nearestTo, plainWords } from './named.js';

/** How a programme is called in the form; patients and therapists write "program". */
export const programmeName = (id: ProgrammeId): string =>
  id === 'other' ? 'Another program' : programmes[id].name;

const byName: ReadonlyMap<string, ProgrammeId> = new Map(
  programmeIds.flatMap((id) =>
    [programmeName(id), programmes[id].name, programmes[id].short, ...programmes[id].aliases].map(
      (name): [string, ProgrammeId] => [plainWords(name), id],
    ),
  ),
);

/** The programme that a typed name means. What is not known may be another one: that is offered last. */
export function programmeNamed(text: string): Named<ProgrammeId> {
  const id = byName.get(plainWords(text));
  if (id !== undefined) return { id };
  return { nearest: [...nearestTo(text, byName).filter((near) => near !== 'other'), 'other'] };
}

export function programmeMessage(text: string, found: Named<ProgrammeId>): string {
  const nearest = 'nearest' in found ? found.nearest[0] : undefined;
  const known =
    nearest === undefined || nearest === 'other' ? '' : ` The nearest is ${programmeName(nearest)}.`;
  return `We do not know a program called “${text.trim()}”.${known} Choose what you mean.`;
}
