import { type ProgrammeId, programmes } from '../../../src/domain/reference/programmes.js';
import { programmeNamed } from '../../../src/search/programme-named.js';
import { quoted, type Read } from '../values/read.js';

/** The programme that is meant; what is not on our list is written “other: its name”, which is kept as the mentor is. */
export function readProgramme(text: string): Read<{ programme: ProgrammeId; name: string | null }> {
  const other = /^other(?: (?:program|programme|training))?\s*[:(–-]\s*([^)]+)\)?$/i.exec(text);
  if (other) return { value: { programme: 'other', name: other[1]!.trim() } };
  const found = [text, text.replace(/\s*\(.*\)$/, '')].map(programmeNamed);
  const known = found.find((one) => 'id' in one);
  if (known) return { value: { programme: known.id, name: null } };
  const [near] = 'nearest' in found[0]! ? found[0].nearest : [];
  const hint = near === undefined || near === 'other' ? '' : ` Is it ${programmes[near].name}?`;
  return {
    problem: `${quoted(text)} is no program we know.${hint} Where it is on no list, write “other: its name”.`,
  };
}
