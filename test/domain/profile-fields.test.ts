import { expect } from 'chai';
import type { z } from 'zod';
import { facetNames, facets, listFacetNames } from '../../src/domain/facets.js';
import { profileSchema } from '../../src/domain/profile.js';
import { checkHoldsDays, checkIds } from '../../src/domain/profile-fields/checks.js';
import type { Fact } from '../../src/domain/profile-fields/row.js';
import { versionsOfFacts } from '../../src/domain/profile-fields/since.js';
import {
  factPaths,
  facts,
  fieldNames,
  fieldsOfCheck,
  rowOf,
  sectionOf,
  sections,
} from '../../src/domain/profile-fields.js';
import { questionIds } from '../../src/domain/questions.js';
import { SCHEMA_VERSION } from '../../src/domain/therapist.js';

const errorOf = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues[0]?.message;

/** The rows of all fields and of their parts, by path. */
const rows: [string, Fact][] = fieldNames.flatMap((field): [string, Fact][] => {
  const row = rowOf(field);
  const parts = Object.entries(row.parts ?? {});
  return [[field, row as Fact], ...parts.map(([part, fact]): [string, Fact] => [`${field}.${part}`, fact])];
});

describe('the catalogue of profile fields', () => {
  it('lists the fields section by section, in the order of the sections, and no section is empty', () => {
    const used = fieldNames.map((field) => rowOf(field).section);
    expect(used).to.deep.equal(sections.flatMap((section) => used.filter((one) => one === section)));
    expect([...new Set(used)]).to.deep.equal([...sections]);
  });

  it('names every field, and every part of a field, once', () => {
    expect(new Set(factPaths).size).to.equal(factPaths.length);
    expect(fieldNames.filter((field) => factPaths.every((path) => path.split('.')[0] !== field))).to.be.empty;
    for (const [path, { field }] of facts) expect(sectionOf(path), path).to.equal(rowOf(field).section);
    expect(() => sectionOf('nothing.here')).to.throw('No profile has the field nothing.here.');
  });

  it('knows every check that a field names, and how long each check holds', () => {
    for (const field of fieldNames) {
      const { check } = rowOf(field);
      if (check !== undefined) expect(checkIds, field).to.include(check);
    }
    expect(Object.keys(checkHoldsDays)).to.have.members([...checkIds]);
    expect(new Set(checkIds).size).to.equal(checkIds.length);
  });

  it('gives every question at least one field, all of them among the answers', () => {
    for (const question of questionIds) {
      const fields = fieldsOfCheck(question);
      expect(fields, question).to.not.be.empty;
      for (const field of fields) expect(rowOf(field).section, field).to.equal('answers');
    }
  });

  it('names the check wherever a field says what an edit does to it', () => {
    for (const field of fieldNames) {
      const { check, keepsCheck, narrowedIsUnchecked } = rowOf(field);
      if (keepsCheck || narrowedIsUnchecked) expect(check, field).to.be.a('string');
    }
  });

  it('has filters with names of their own, which need no escaping in an address', () => {
    expect(new Set(facetNames).size).to.equal(facetNames.length);
    for (const name of facetNames) expect(name).to.match(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
    for (const name of listFacetNames) {
      const { ids } = facets[name];
      expect(new Set(ids).size, name).to.equal(ids.length);
      for (const id of ids) expect(encodeURIComponent(id), name).to.equal(id);
    }
  });

  it('has filters by number whose steps ascend within their range', () => {
    for (const { facet } of facts.values()) {
      if (facet?.kind !== 'at most' && facet?.kind !== 'at least') continue;
      const [least, most] = facet.range;
      expect([...facet.steps], facet.name).to.deep.equal([...facet.steps].sort((a, b) => a - b));
      for (const step of facet.steps) expect(step, facet.name).to.be.within(least, most);
    }
  });

  it('has a neutral value for every field, and only a license is missing where all say that', () => {
    for (const field of fieldNames)
      expect(errorOf(rowOf(field).schema, rowOf(field).neutral), field).to.equal(undefined);
    const neutral = Object.fromEntries(fieldNames.map((field) => [field, rowOf(field).neutral]));
    const issues = profileSchema.safeParse(neutral).error?.issues.map(({ path }) => path.join('.'));
    expect(issues).to.deep.equal(['authority']);
  });

  it('gives older records values that are valid, in versions that follow one another', () => {
    for (const [path, { since, schema }] of rows)
      if (since) expect(errorOf(schema, since.value), path).to.equal(undefined);
    const versions = versionsOfFacts();
    const gapless = versions.map((_, index) => SCHEMA_VERSION - versions.length + 1 + index);
    expect(versions).to.deep.equal(gapless);
    for (const version of versions) expect(version).to.be.above(3);
  });
});
