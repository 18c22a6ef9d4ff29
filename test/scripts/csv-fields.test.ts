import { expect } from 'chai';
import { fieldNames, fieldOf, listFieldNames } from '../../scripts/csv/fields.js';
import { groupNames, partsOf } from '../../scripts/csv/groups.js';
import { fullUsage } from '../../scripts/csv/usage.js';
import { factPaths, facts, fieldSchemas, profileFields } from '../../src/domain/profile-fields.js';
import { factWords } from '../../src/wording/facts.js';

const kindOf = (path: (typeof factPaths)[number]) => facts.get(path)!.kind;

/** What a person may type into a cell of each kind, and the value that the import makes of it. */
const typed = {
  line: ['Some words', 'Some words'],
  paragraphs: ['Some words', 'Some words'],
  'yes-no': ['Yes', true],
  dollars: ['$180/hr', 180],
  whole: ['12', 12],
  day: ['5/31/27', '2027-05-31'],
} as const;
type TypedKind = keyof typeof typed;
const isTyped = (kind: string): kind is TypedKind => Object.hasOwn(typed, kind);

describe('the columns that an import reads', () => {
  it('include every fact of a profile, in the order of the catalogue', () => {
    const own = ['email', 'name.first', 'name.last'];
    const plain = factPaths.filter((path) => kindOf(path) !== 'rows');
    expect(fieldNames.filter((name) => !own.includes(name))).to.deep.equal(plain);
    expect(fieldNames).to.include.members(own);
    expect(groupNames).to.deep.equal(factPaths.filter((path) => kindOf(path) === 'rows'));
  });

  for (const path of factPaths) {
    const kind = kindOf(path);
    if (isTyped(kind) && path !== 'npi')
      it(`include ${path}, read as ${kind}`, () => {
        const [cell, value] = typed[kind];
        expect(fieldOf(path as (typeof fieldNames)[number]).read(cell)).to.deep.equal({ value });
      });
  }

  it('hold several values where a fact is a list of choices', () => {
    expect(listFieldNames).to.deep.equal(factPaths.filter((path) => kindOf(path) === 'choices'));
  });

  it('read the identifier of every choice as that choice', () => {
    for (const path of ['scope', 'role', 'presence', 'dosePlaces'] as const)
      for (const id of profileFields[path].ids)
        expect(fieldOf(path).read(id), path).to.deep.equal({ value: id });
  });

  it('have a column for each part of a row', () => {
    for (const group of groupNames) {
      const row = fieldSchemas[group].element;
      expect(Object.keys(partsOf(group)), group).to.have.members(Object.keys(row.shape));
    }
  });

  it('are all named by --help, with the words of the catalogue', () => {
    const lines = fullUsage().split('\n');
    for (const name of fieldNames)
      expect(
        lines.filter((line) => line.startsWith(`  ${name} `) || line === `  ${name}`),
        name,
      ).to.have.lengthOf(1);
    for (const group of groupNames)
      for (const part of Object.keys(partsOf(group))) expect(fullUsage()).to.contain(`\n  ${group}.${part}`);
    expect(lines.find((line) => line.startsWith('  waitWeeks '))).to.contain(factWords.waitWeeks.column);
  });
});
