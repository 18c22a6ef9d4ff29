import type { DisciplineId } from '../../src/domain/reference/disciplines.js';
import { licenseTitles } from '../../src/domain/reference/license-titles.js';
import { type ProgramId, programs } from '../../src/domain/reference/programs.js';
import { type StateCode, states } from '../../src/domain/reference/states.js';
import { zipPlace } from '../../src/domain/reference/zip-codes.js';
import type { Item } from './group-items.js';
import type { GroupName, ItemOf } from './groups.js';
import { linesOf, onlyLine, readPayer } from './names/payer.js';
import { readProgram } from './names/program.js';
import { readBasis, readCovers, readKind, readLine, readState } from './names/tables.js';
import { type Problem, readCell } from './problem.js';
import { readZip } from './values/contact.js';
import { readDay } from './values/day.js';
import { readWhole } from './values/numbers.js';
import { asTyped, quoted } from './values/read.js';

/** What an item may need to know of the rest of its row. */
export interface Known {
  discipline: DisciplineId | null;
  /** The states in which they hold a license or have an office. */
  states: readonly StateCode[];
}

/** Makes the item, or adds its problems and returns `null`. */
type Maker<G extends GroupName> = (item: Item, known: Known, problems: Problem[]) => ItemOf<G> | null;

const where = (item: Item) => Object.values(item)[0]?.column ?? null;

/** Reports what an item lacks. Stays silent when something else was wrong with it: that has to be fixed first. */
function missing(
  item: Item,
  before: number,
  problems: Problem[],
  wishes: readonly (string | false)[],
): boolean {
  if (problems.length > before) return true;
  const wanted = wishes.filter((wish) => wish !== false);
  if (wanted.length === 0) return false;
  problems.push({ column: where(item), message: `Say ${wanted.join(' and ')} too.` });
  return true;
}

const authority: Maker<'authority'> = (item, { discipline }, problems) => {
  const before = problems.length;
  const state = readCell(item.state, readState, problems);
  const number = readCell(item.number, asTyped, problems);
  const expiresOn = readCell(item.expiresOn, readDay, problems);
  const basis = readCell(item.basis, readBasis, problems) ?? 'license';
  const usual = state !== null && discipline !== null ? licenseTitles(state, discipline)[0] : null;
  const type = readCell(item.type, asTyped, problems) ?? usual ?? null;
  const wishes = [
    state === null && 'the state of the license',
    number === null && 'the number of the license',
    expiresOn === null && 'the last valid day of the license',
    type === null && 'the title of the license (or the profession)',
  ];
  if (missing(item, before, problems, wishes)) return null;
  return { state: state!, basis, type: type!, number: number!, expiresOn: expiresOn! };
};

const offices: Maker<'offices'> = (item, _, problems) => {
  const before = problems.length;
  const zip = readCell(item.zip, readZip, problems);
  const place = zip === null ? null : zipPlace(zip);
  const state = readCell(item.state, readState, problems) ?? place?.state ?? null;
  const city = readCell(item.city, asTyped, problems) ?? place?.city ?? null;
  if (place && state !== null && place.state !== state)
    problems.push({
      column: item.zip!.column,
      message: `${quoted(item.zip!.text)} is a ZIP code of ${states[place.state].name}, not of ${states[state].name}.`,
    });
  const wishes = [zip === null && 'the ZIP code', city === null && 'the city', state === null && 'the state'];
  return missing(item, before, problems, wishes) ? null : { city: city!, state: state!, zip: zip! };
};

const coverage: Maker<'coverage'> = (item, known, problems) => {
  const before = problems.length;
  const said = readCell(item.state, readState, problems);
  const only = known.states.length === 1 ? known.states[0]! : null;
  if (problems.length > before) return null;
  const found = readCell(item.payer, (text) => readPayer(text, said ?? only), problems);
  const state = said ?? found?.state ?? only;
  const line =
    readCell(item.line, readLine, problems) ?? found?.line ?? (found && onlyLine(found.payer)) ?? null;
  const covers = readCell(item.covers, readCovers, problems) ?? 'ask';
  const wishes = [
    found === null && 'the insurance',
    state === null && 'the state of the insurance',
    line === null && `the kind of plan (${found ? linesOf(found.payer) : 'commercial, for one'})`,
  ];
  if (missing(item, before, problems, wishes)) return null;
  return { state: state!, payer: found!.payer, line: line!, covers };
};

const training: Maker<'training'> = (item, _, problems) => {
  const before = problems.length;
  const found = readCell(item.program, readProgram, problems);
  const award = readCell(item.award, asTyped, problems) ?? (found && onlyOne(found.program, 'awards'));
  const year = readCell(item.year, readWhole, problems);
  const hours = readCell(item.hours, readWhole, problems);
  const kind = readCell(item.kind, readKind, problems) ?? (found && onlyOne(found.program, 'kinds'));
  const mentor = readCell(item.mentor, asTyped, problems) ?? found?.name ?? null;
  const wishes = [
    found === null && 'the program',
    award === null && 'what the program awarded',
    year === null && 'the year',
    kind === null && 'the kind of training',
  ];
  if (missing(item, before, problems, wishes)) return null;
  return { program: found!.program, award: award!, year: year!, hours, kind: kind!, mentor };
};

function onlyOne<P extends 'awards' | 'kinds'>(id: ProgramId, part: P) {
  const [one, ...more] = programs[id][part];
  return more.length === 0 ? ((one ?? null) as (typeof programs)[ProgramId][P][number] | null) : null;
}

export const makers: { readonly [G in GroupName]: Maker<G> } = { authority, offices, coverage, training };
