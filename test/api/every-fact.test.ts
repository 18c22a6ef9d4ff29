import { expect } from 'chai';
import { facetNames, facets } from '../../src/domain/facets.js';
import { type FactPath, factPaths, facts, fieldsOfCheck } from '../../src/domain/profile-fields.js';
import { questionIds } from '../../src/domain/questions.js';
import { queryNames } from '../../src/search/query-fields.js';
import { facetWords, factWords } from '../../src/wording/facts.js';
import { apiCheck, type OpenApi } from '../support/api-schema.js';
import { openSite, type Site } from '../support/site.js';

interface ObjectSchema {
  properties: Record<string, ObjectSchema & { $ref?: string; description?: string }>;
}

type Schemas = Record<string, ObjectSchema>;

/** The schema that holds a fact: of a question, of a group outside the questions, or of the therapist. */
function homeOf(path: FactPath, schemas: Schemas): ObjectSchema {
  const { field } = facts.get(path)!;
  const question = questionIds.find((id) => fieldsOfCheck(id).includes(field));
  if (question !== undefined) return schemas.FiveAnswers!.properties[question]!;
  const therapist = schemas.Therapist!;
  if (!path.includes('.')) return therapist;
  const { $ref, ...group } = therapist.properties[field]!;
  return $ref === undefined ? group : schemas[$ref.split('/').at(-1)!]!;
}

describe('the API and the catalogue of facts', () => {
  let site: Site;
  let document: OpenApi;
  let schemas: Schemas;
  before(async () => {
    site = await openSite();
    ({ document } = await apiCheck(site));
    schemas = document.components.schemas as unknown as Schemas;
  });
  after(() => site.close());

  for (const name of facetNames)
    it(`offers the filter ${name} as a parameter, and returns it in the counts and the parsed query`, () => {
      const parameter = document.paths['/therapists']!.get.parameters.find((one) => one.name === name);
      const { description } = parameter as unknown as { description: string };
      expect(description).to.equal(facetWords[name].parameter).and.not.equal('');
      const { schema } = parameter!;
      const facet = facets[name];
      if (facet.kind === 'list')
        expect(schema).to.deep.include({ type: 'array', items: { type: 'string', enum: [...facet.ids] } });
      else if (facet.kind === 'flag') expect(schema).to.include({ const: '1' });
      else expect(schema).to.include({ minimum: facet.range[0], maximum: facet.range[1] });
      expect(schemas.Counts!.properties).to.have.property(name);
      expect(schemas.Query!.properties).to.have.property(name);
    });

  it('gives no filter the name of another parameter', () => {
    const others = queryNames.filter((name) => !(facetNames as readonly string[]).includes(name));
    expect(new Set([...facetNames, ...others]).size).to.equal(facetNames.length + others.length);
    expect(others).to.include.members(['q', 'state', 'payer', 'line', 'mode', 'near', 'within', 'confirmed']);
  });

  /** Rows and PSYPACT have their own shapes. */
  const told = factPaths.filter((path) => facts.get(path)!.kind !== 'rows' && !path.startsWith('psypact.'));
  for (const path of told)
    it(`returns ${path} of a therapist, with the description of the wording`, () => {
      const told = homeOf(path, schemas).properties[path.split('.').at(-1)!];
      expect(told).to.be.an('object');
      const { api } = factWords[path] as { api?: string };
      if (api !== undefined)
        expect(JSON.stringify(document.components.schemas)).to.contain(JSON.stringify(api));
    });
});
