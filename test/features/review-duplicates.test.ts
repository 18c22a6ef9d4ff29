import { createHmac } from 'node:crypto';
import { expect } from 'chai';
import { erasureHash } from '../../src/compose/erasure-hash.js';
import { npiTag } from '../../src/domain/therapist-tags.js';
import { erasures } from '../../src/storage/kinds.js';
import { nearName } from '../../src/vetting/near-names.js';
import { anApplicant } from '../support/an-applicant.js';
import { aReviewer } from '../support/reviewers.js';
import { openSite } from '../support/site.js';
import { aTherapist, at, TODAY } from '../support/therapist-builder.js';

const KEY = 'k'.repeat(32);
const NPI = '1234567893';

describe('likely duplicates', () => {
  const license = (number: string, state: 'NJ' | 'FL' = 'NJ') => [
    { state, basis: 'license' as const, type: 'LPC', number, expiresOn: '2027-01-01' },
  ];

  it('are shown with the reason and their outcome', async () => {
    const declined = {
      id: 'event00001',
      at: at('2026-01-15'),
      by: { role: 'reviewer' as const, email: 'sol@review.example' },
      action: 'decline' as const,
      reason: 'training-not-shown' as const,
      words: null,
      fields: [],
      asked: [],
      frozen: null,
    };
    const site = await openSite({
      therapists: [
        anApplicant({
          id: 'applicant1',
          profile: { name: 'Ana Ruiz-Moreno', npi: NPI, authority: license('37-PC 001') },
        }),
        aTherapist({ published: { name: 'Same Number', npi: NPI, authority: license('X1', 'FL') } }),
        {
          ...anApplicant({ profile: { name: 'Same License', authority: license('37pc001') } }),
          status: 'declined',
          waitingSince: null,
          history: [declined],
        },
        aTherapist({ published: { name: 'Anna Ruiz', authority: license('X2') } }),
        aTherapist({ published: { name: 'Ana Ruiz', authority: license('X3', 'FL') } }),
        aTherapist({ published: { name: 'Alma Ruiz', authority: license('X4') } }),
      ],
    });
    const page = await (await aReviewer(site)).get('/review/applicant1');
    const told = page
      .$('#duplicates')
      .parent()
      .find('li')
      .toArray()
      .map((li) => page.$(li).text());
    expect(told).to.have.lengthOf(3);
    expect(told.join('\n')).to.match(/Same Number: the same NPI\. Listed/);
    expect(told.join('\n')).to.match(
      /Same License: the same license\. Declined\. Declined it on January 15, 2026: training not shown\./,
    );
    expect(told.join('\n')).to.match(/Anna Ruiz: nearly the same name in a state/);
    await site.close();
  });

  it('recognize a therapist who left, by a hash alone', async () => {
    const site = await openSite({
      therapists: [
        anApplicant({ id: 'applicant1', profile: { npi: NPI } }),
        anApplicant({ id: 'applicant2' }),
      ],
      settings: { SECRET_KEY: KEY },
    });
    const hash = erasureHash(KEY)(npiTag(NPI));
    const kept = {
      id: 'erasure0001',
      revision: 1,
      hashes: [hash],
      action: 'withdraw',
      reason: 'own-wish' as const,
      on: '2026-02-01',
    };
    await site.store.records(erasures).insert(kept);
    const other = createHmac('sha256', 'another').update('x').digest('hex');
    await site.store.records(erasures).insert({ ...kept, id: 'erasure0002', hashes: [other] });
    const rita = await aReviewer(site);
    expect((await rita.get('/review/applicant1')).texts('main .warning li')).to.deep.equal([
      'Somebody with this address, NPI or license left on February 1, 2026: their own wish.',
    ]);
    expect((await rita.get('/review/applicant2')).$('main .warning')).to.have.lengthOf(0);
    expect(TODAY > kept.on).to.equal(true);
    await site.close();
  });

  it('allow a typo, an accent or a short form in the name, and no more', () => {
    for (const [a, b] of [
      ['José Martínez', 'jose martinez'],
      ['Ana Ruiz', 'A. Ruiz'],
      ['Robert Lindqvist', 'Robert Lindquist'],
      ['Anna Ruiz', 'Ana Ruiz'],
    ] as const)
      expect(nearName(a, b), `${a} / ${b}`).to.equal(true);
    expect(nearName('Ana Ruiz', 'Alma Ruiz')).to.equal(false);
    expect(nearName('Ana Ruiz', 'Ana Ruis')).to.equal(false);
    expect(nearName('', 'Ana')).to.equal(false);
  });
});
