import { expect } from 'chai';
import type { Draft } from '../../src/domain/draft.js';
import { factPaths } from '../../src/domain/profile-fields.js';
import { fieldsOf, groupsOf } from '../../src/practice/section-form.js';
import { allSections } from '../../src/practice/sections/all.js';
import type { About } from '../../src/practice/sections/section.js';

const about = (profile: Draft): About => ({
  today: '2026-02-01',
  written: { profile, evidence: [], supervisor: null },
});

/** The facts that the pages of the form ask for; the page of proofs asks for none. */
const askedIn = (profile: Draft): string[] =>
  allSections
    .flatMap((section) => {
      const rows = section.lists.map(({ name }) => `${name}.`);
      return [...fieldsOf(section, about(profile)).keys()].filter(
        (name) => !rows.some((row) => name.startsWith(row)),
      );
    })
    .filter((name) => !/^(proof|supervisor)\./.test(name));

describe('the pages of the form', () => {
  it('ask for every fact of the catalogue exactly once', () => {
    expect(askedIn({}).sort()).to.deep.equal([...factPaths].sort());
  });

  it('ask only psychologists for PSYPACT', () => {
    const left = factPaths.filter((path) => !path.startsWith('psypact'));
    expect(askedIn({ discipline: 'counselor' }).sort()).to.deep.equal(left.sort());
    expect(askedIn({ discipline: 'psychologist' })).to.include('psypact.apit');
  });

  it('read every fact that they ask for', () => {
    for (const section of allSections) {
      const known = new Set([...section.names(about({})), ...section.lists.map(({ name }) => name)]);
      const asked = [...fieldsOf(section, about({})).keys()].filter((name) => !/\.\d/.test(name));
      expect(
        asked.filter((name) => !known.has(name)),
        section.id,
      ).to.deep.equal([]);
    }
  });

  it('limit the length of every text', () => {
    const groups = allSections.flatMap((section) => groupsOf(section, about({}), new URLSearchParams()));
    const fields = groups.flatMap((group) => [
      ...group.fields,
      ...(group.list?.rows.flatMap((row) => row.fields) ?? []),
    ]);
    const texts = fields.flatMap(({ text, area }) => text ?? area ?? []);
    expect(texts).to.have.length.above(20);
    expect(texts.filter(({ maxlength }) => maxlength === 0).map(({ name }) => name)).to.deep.equal([]);
  });
});
