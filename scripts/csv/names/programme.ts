import { type ProgrammeId, programmeIds, programmes } from '../../../src/domain/reference/programmes.js';
import { quoted, type Read } from '../values/read.js';
import { namesOf, nearest, plain } from './named.js';

const names = namesOf(
  programmeIds.map(
    (id) => [id, [programmes[id].name, programmes[id].short, ...programmes[id].aliases]] as const,
  ),
);

/** The programme that is meant; what is not on our list is written “other: its name”, which is kept as the mentor is. */
export function readProgramme(text: string): Read<{ programme: ProgrammeId; name: string | null }> {
  const other = /^other(?: (?:program|programme|training))?\s*[:(–-]\s*([^)]+)\)?$/i.exec(text);
  if (other) return { value: { programme: 'other', name: other[1]!.trim() } };
  const programme = names.get(plain(text)) ?? names.get(plain(text.replace(/\s*\(.*\)$/, '')));
  if (programme !== undefined) return { value: { programme, name: null } };
  const near = nearest(text, names);
  const hint = near === null || near === 'other' ? '' : ` Is it ${programmes[near].name}?`;
  return {
    problem: `${quoted(text)} is no program we know.${hint} Where it is on no list, write “other: its name”.`,
  };
}
