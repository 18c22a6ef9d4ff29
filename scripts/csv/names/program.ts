import { type ProgramId, programs } from '../../../src/domain/reference/programs.js';
import { programNamed } from '../../../src/search/program-named.js';
import { quoted, type Read } from '../values/read.js';

/** The program that a text means. One that is not on our list is written “other: its name”; the name is kept where a mentor is. */
export function readProgram(text: string): Read<{ program: ProgramId; name: string | null }> {
  const other = /^other(?: (?:program(?:me)?|training))?\s*[:(–-]\s*([^)]+)\)?$/i.exec(text);
  if (other) return { value: { program: 'other', name: other[1]!.trim() } };
  const found = [text, text.replace(/\s*\(.*\)$/, '')].map(programNamed);
  const known = found.find((one) => 'id' in one);
  if (known) return { value: { program: known.id, name: null } };
  const [near] = 'nearest' in found[0]! ? found[0].nearest : [];
  const hint = near === undefined || near === 'other' ? '' : ` Is it ${programs[near].name}?`;
  return {
    problem: `${quoted(text)} is no program we know.${hint} Where it is on no list, write “other: its name”.`,
  };
}
