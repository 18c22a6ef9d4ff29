import type { FactKind } from '../../src/domain/profile-fields/row.js';
import { type FactPath, factPaths, facts, type PathOfKind } from '../../src/domain/profile-fields.js';
import { factWords } from '../../src/wording/facts.js';
import type { ChoicePath } from '../../src/wording/labels.js';
import { readDiscipline } from './names/discipline.js';
import {
  readAge,
  readChoice,
  readDosePlace,
  readFocus,
  readLanguage,
  readPresence,
  readRole,
  readScope,
  readState,
} from './names/tables.js';
import { readEmail, readNpi, readPhone, readWeb } from './values/contact.js';
import { readDay } from './values/day.js';
import { byCommas, type Split } from './values/lists.js';
import { readDollars, readWeeks, readWhole } from './values/numbers.js';
import { asTyped, type Reader } from './values/read.js';
import { readYesNo } from './values/yes-no.js';

/** A field that a column can be read into. */
export interface Field {
  read: Reader;
  help: string;
  /** Where a cell may hold several values, and several columns may hold them: what separates them. */
  split?: Split;
}

/** Facts that people write in words of their own, and facts that are not read as others of their kind are. */
const readersByPath: Readonly<Record<PathOfKind<'contact'>, Reader> & Partial<Record<FactPath, Reader>>> = {
  discipline: readDiscipline,
  npi: readNpi,
  languages: readLanguage,
  'contact.phone': readPhone,
  'contact.email': readEmail,
  'contact.web': readWeb,
  'psypact.homeState': readState,
  scope: readScope,
  presence: readPresence,
  dosePlaces: readDosePlace,
  role: readRole,
  focus: readFocus,
  ages: readAge,
  waitWeeks: readWeeks,
};

const readersByKind: Readonly<Record<Exclude<FactKind, 'choice' | 'choices' | 'contact' | 'rows'>, Reader>> =
  {
    line: asTyped,
    paragraphs: asTyped,
    'yes-no': readYesNo,
    whole: readWhole,
    dollars: readDollars,
    day: readDay,
  };

/** The facts that one cell can hold. Lists of rows have columns of their own (`groups.ts`). */
type ColumnPath = Exclude<FactPath, PathOfKind<'rows'>>;

const yesOrNo = (help: string) => (help === '' ? 'yes or no' : `${help}: yes or no`);

/** Reads a fact of this kind; of a choice, its id or its label. */
function readerOf(path: ColumnPath, kind: FactKind): Reader {
  if (kind === 'choice' || kind === 'choices') return readChoice(path as ChoicePath);
  // The types of the tables cover every other kind; the index hides that from the compiler.
  return readersByKind[kind as keyof typeof readersByKind];
}

function fieldFor(path: ColumnPath): Field {
  const { kind } = facts.get(path)!;
  const { column } = factWords[path];
  return {
    read: readersByPath[path] ?? readerOf(path, kind),
    help: kind === 'yes-no' ? yesOrNo(column) : column,
    ...(kind === 'choices' && { split: byCommas }),
  };
}

/** What a row says besides the facts of a profile. */
const email: Field = {
  read: readEmail,
  help: 'the private address for sign-in and emails; the only required field',
};
const partsOfName = {
  'name.first': { read: asTyped, help: 'when the name is in two columns' },
  'name.last': { read: asTyped, help: '' },
} satisfies Record<string, Field>;

/** The name of a field: the path of its fact in a profile, or one of the columns that are no facts. */
export type FieldName = ColumnPath | 'email' | keyof typeof partsOfName;

const columnPaths = factPaths.filter((path): path is ColumnPath => facts.get(path)!.kind !== 'rows');

/** Every field but those of the groups, in the order in which a profile is read. */
const fields = Object.fromEntries([
  ['email', email],
  ...columnPaths.flatMap((path) => [
    [path, fieldFor(path)],
    ...(path === 'name' ? Object.entries(partsOfName) : []),
  ]),
]) as Readonly<Record<FieldName, Field>>;

export const fieldNames = Object.keys(fields) as FieldName[];
export const fieldOf = (name: FieldName): Field => fields[name];
/** The fields of which a cell may hold several values. */
export const listFieldNames = fieldNames.filter((name) => fieldOf(name).split !== undefined);
