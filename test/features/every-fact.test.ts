import { expect } from 'chai';
import { plainProfilePage } from '../../src/directory/pages/profile.js';
import { factValue } from '../../src/domain/fact-values.js';
import { type Listing, listingOn } from '../../src/domain/listing.js';
import type { Profile } from '../../src/domain/profile.js';
import { questionIds } from '../../src/domain/questions.js';
import { answerParts } from '../../src/wording/answers.js';
import { answerLine, shortAnswer } from '../../src/wording/answers-in-short.js';
import { type YesNoPath, yesNoPaths } from '../../src/wording/yes-no.js';
import { aTherapist, TODAY } from '../support/therapist-builder.js';

const listing = listingOn(aTherapist({ slug: 'ana' }), TODAY)!;

function withOther(path: YesNoPath): Listing {
  const profile = structuredClone(listing.profile) as Profile & Record<string, unknown>;
  const [field = '', part] = path.split('.');
  const other = factValue(profile, path) !== true;
  profile[field] = part === undefined ? other : { ...(profile[field] as object), [part]: other };
  return { ...listing, profile };
}

describe('the profile and the catalogue of facts', () => {
  for (const path of yesNoPaths)
    it(`show whether ${path} is true`, () => {
      const shown = JSON.stringify(plainProfilePage(listing, TODAY));
      expect(JSON.stringify(plainProfilePage(withOther(path), TODAY))).not.to.equal(shown);
    });

  for (const question of questionIds)
    it(`answer ${question} on the profile, in a column and in a line`, () => {
      expect(answerParts(question, listing.profile)).not.to.have.lengthOf(0);
      expect(shortAnswer(question).lines(listing.profile)).not.to.have.lengthOf(0);
      expect(answerLine(question, listing.profile)).not.to.equal('');
    });
});
