import { expect } from 'chai';
import { facetNames, facetValues, flagFacetNames, numberFacetNames } from '../../src/domain/facets.js';
import { searchedTexts } from '../../src/domain/fact-values.js';
import { textFields } from '../../src/domain/profile-fields/facet.js';
import { facts } from '../../src/domain/profile-fields.js';
import { documentOf } from '../../src/search/meilisearch/documents.js';
import { anEntry } from '../support/an-entry.js';
import { plainProfile } from '../support/plain-profile.js';
import { TODAY } from '../support/therapist-builder.js';

describe('the searched facts of a profile', () => {
  it('have each filter under its own name in the documents of a search server', () => {
    const entry = anEntry('a', { facets: facetValues(plainProfile(TODAY)) });
    const document = documentOf(entry);
    for (const name of facetNames) {
      const value: unknown = entry.facets[name];
      const isFlag = (flagFacetNames as readonly string[]).includes(name);
      expect(document[name], name).to.deep.equal(isFlag ? Number(value) : value);
    }
  });

  it('leave a missing number out of those documents', () => {
    const document = documentOf(anEntry('a'));
    for (const name of numberFacetNames) expect(document).not.to.have.property(name);
  });

  it('are each in one of the three texts', () => {
    const profile = plainProfile(TODAY);
    const texts = searchedTexts(profile);
    const places = [...facts.values()].flatMap(({ text }) => text?.in ?? []);
    expect([...new Set(places)].sort()).to.deep.equal([...textFields].sort());
    expect(texts.name).to.equal(`${profile.name} · ${profile.credentials}`);
    expect(texts.about).to.equal(profile.about);
    for (const training of profile.training) expect(texts.practice).to.contain(training.award);
  });
});
